package dev.lifeos.auth.startup;

import org.jspecify.annotations.Nullable;

/** A setting is missing or will not do: the start fails with this sentence. */
public final class Misconfiguration extends RuntimeException {

  /**
   * @param sentence says what to set; nothing secret is in it
   */
  public Misconfiguration(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }
}
