package dev.lifeos.auth.registration;

import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

record RegisterUserInput(
    String email,
    String password,
    String fullName,
    @Nullable ZoneId timeZone,
    @Nullable Locale locale) {

  /** Nothing of a secret gets into a log. */
  @Override
  public String toString() {
    return "RegisterUserInput";
  }
}
