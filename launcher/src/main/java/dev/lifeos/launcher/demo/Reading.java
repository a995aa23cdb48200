package dev.lifeos.launcher.demo;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One vital to record.
 *
 * @param type as the health subgraph names it
 * @param value in the type's canonical unit
 * @param source where it comes from
 * @param recordedAt when it was measured, or began
 * @param endedAt when it ended, if it took time
 */
record Reading(
    String type, String value, String source, Instant recordedAt, @Nullable Instant endedAt) {
  /** When it can be known at the earliest. */
  Instant knownAt() {
    return endedAt == null ? recordedAt : endedAt;
  }

  Map<String, Object> input() {
    Map<String, Object> input = new LinkedHashMap<>();
    input.put("type", type);
    input.put("value", value);
    input.put("source", source);
    input.put("recordedAt", recordedAt.toString());
    if (endedAt != null) {
      input.put("endedAt", endedAt.toString());
    }
    return input;
  }
}
