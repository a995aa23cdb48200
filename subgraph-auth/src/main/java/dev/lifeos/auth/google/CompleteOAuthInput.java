package dev.lifeos.auth.google;

import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

record CompleteOAuthInput(
    String code, String state, String binding, @Nullable ZoneId timeZone, @Nullable Locale locale) {

  /** Nothing of a secret gets into a log. */
  @Override
  public String toString() {
    return "CompleteOAuthInput";
  }
}
