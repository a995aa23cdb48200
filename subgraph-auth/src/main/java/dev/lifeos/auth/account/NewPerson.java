package dev.lifeos.auth.account;

import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may have an account: name and password are checked.
 *
 * @param email as accounts have it
 * @param passwordHash null for who has no password
 */
public record NewPerson(
    String email, @Nullable String passwordHash, String fullName, ZoneId timeZone, Locale locale) {

  /** Nothing of a secret gets into a log. */
  @Override
  public String toString() {
    return "NewPerson";
  }
}
