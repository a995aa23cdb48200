package dev.lifeos.finance.input;

import java.util.Optional;
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
}
