package dev.lifeos.auth.account;

import dev.lifeos.starter.error.InvalidInput;
import dev.lifeos.starter.error.UserErrorCode;

/** What a person may be called. */
final class Names {

  private static final int MAX = 100;

  private Names() {}

  static String valid(String name, String field) {
    var text = name.strip();
    if (text.isEmpty()) {
      throw InvalidInput.of(UserErrorCode.REQUIRED, "A name is needed.", "input", field);
    }
    if (text.length() > MAX) {
      throw InvalidInput.of(
          UserErrorCode.TOO_LONG, "A name has at most 100 characters.", "input", field);
    }
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw InvalidInput.of(
          UserErrorCode.INVALID, "A name has no control characters.", "input", field);
    }
    return text;
  }
}
