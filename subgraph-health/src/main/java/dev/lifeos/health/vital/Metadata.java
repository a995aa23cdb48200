package dev.lifeos.health.vital;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What a vital carries besides its value: a small JSON object, kept as text. */
@Component
class Metadata {

  static final int MAX_BYTES = 4_096;

  private final JsonMapper json;

  Metadata(JsonMapper json) {
    this.json = json;
  }

  /** The object as text; null when it is not an object that JSON can hold. */
  @Nullable String write(Object metadata) {
    if (!(metadata instanceof Map<?, ?>)) {
      return null;
    }
    try {
      return json.writeValueAsString(metadata);
    } catch (JacksonException tooDeep) {
      return null;
    }
  }

  @Nullable Object read(@Nullable String text) {
    return text == null ? null : json.readValue(text, Object.class);
  }

  static boolean isTooLong(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES;
  }
}
