package dev.lifeos.finance.input;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads texts that a client sent. */
public final class Texts {

  private Texts() {}

  /** The text without space around it; null where nothing is left. */
  public static @Nullable String strip(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  /** What stands in a field that can be cleared: null keeps the old, an empty one clears it. */
  public static @Nullable String change(@Nullable String old, @Nullable Optional<String> changed) {
    return changed == null ? old : strip(changed.orElse(null));
  }

  /** The id; empty where the text is none, since then there is no such record. */
  public static Optional<UUID> id(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }
}
