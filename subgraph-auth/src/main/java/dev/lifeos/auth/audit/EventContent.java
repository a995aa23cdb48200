package dev.lifeos.auth.audit;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The part of an event that may have to be forgotten: from where it came, and more facts. */
record EventContent(@Nullable String device, @Nullable String ip, Map<String, String> details) {

  private static final JsonMapper JSON = new JsonMapper();

  static EventContent parse(String json) {
    return JSON.readValue(json, EventContent.class);
  }

  String json() {
    return JSON.writeValueAsString(new EventContent(device, ip, new TreeMap<>(details)));
  }

  /** The facts as one text. */
  @Nullable String detail() {
    if (details.isEmpty()) {
      return null;
    }
    return details.entrySet().stream()
        .map(each -> each.getKey() + ": " + each.getValue())
        .collect(Collectors.joining(", "));
  }
}
