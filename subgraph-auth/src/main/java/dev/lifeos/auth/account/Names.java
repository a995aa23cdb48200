package dev.lifeos.auth.account;

import dev.lifeos.starter.error.InvalidInput;
import dev.lifeos.starter.error.UserErrorCode;
import dev.lifeos.starter.input.TextSize;
import java.util.regex.Pattern;

/** What a person may be called. */
final class Names {

  private static final int MAX = 100;
  // Letters, digits, signs, without those that are drawn as nothing.
  private static final Pattern VISIBLE =
      Pattern.compile("[\\p{L}\\p{N}\\p{P}\\p{S}&&[^\\u115f\\u1160\\u2800\\u3164\\uffa0]]");
  // Embeddings, overrides and isolates make a text look like another (Unicode's UAX 9).
  private static final Pattern MISLEADING =
      Pattern.compile("[\\p{Cc}\\p{Cs}\\u202a-\\u202e\\u2066-\\u2069]");

  private Names() {}

  static String valid(String name, String field) {
    var text = name.strip();
    if (!VISIBLE.matcher(text).find()) {
      throw InvalidInput.of(UserErrorCode.REQUIRED, "A name is needed.", "input", field);
    }
    if (TextSize.of(text) > MAX) {
      throw InvalidInput.of(
          UserErrorCode.TOO_LONG, "A name has at most 100 characters.", "input", field);
    }
    if (MISLEADING.matcher(text).find()) {
      throw InvalidInput.of(
          UserErrorCode.INVALID,
          "A name has no control characters, nor such as turn the direction of writing.",
          "input",
          field);
    }
    return text;
  }
}
