package dev.lifeos.auth.account;

import com.nulabinc.zxcvbn.Feedback;
import com.nulabinc.zxcvbn.Strength;
import com.nulabinc.zxcvbn.Zxcvbn;
import dev.lifeos.starter.error.InvalidInput;
import dev.lifeos.starter.error.UserError;
import dev.lifeos.starter.error.UserErrorCode;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps passwords as hashes, and refuses those that are easily guessed. */
@Component
class Passwords {

  private static final int MIN = 12;
  private static final int MAX = 128;
  private static final int SAFE_SCORE = 2;
  private static final String ADVICE = "Take several words that do not belong together.";

  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

  // zxcvbn's time grows with the square of the length and more.
  private static final int LOOKED_AT = 64;

  private final Zxcvbn zxcvbn = new Zxcvbn();
  private final Hashing hashing;
  private final String nobodys;

  Passwords(Hashing hashing) {
    this.hashing = hashing;
    this.nobodys = hashing.encode("nobody has this password");
  }

  String encode(String password) {
    return hashing.encode(normal(password));
  }

  /**
   * Whether the password is right. It takes as long where there is no account, so that nobody
   * learns who has one.
   *
   * @param hash null where there is no account
   */
  boolean matches(String password, @Nullable String hash) {
    if (length(password) > MAX) {
      return false;
    }
    var matches = hashing.matches(normal(password), hash == null ? nobodys : hash);
    return hash != null && matches;
  }

  /**
   * Throws unless the password will do for this person.
   *
   * @param field of the input
   */
  void requireGood(String password, String email, String name, String field) {
    if (length(password) < MIN) {
      throw error(UserErrorCode.TOO_SHORT, "A password has at least 12 characters.", field);
    }
    if (length(password) > MAX) {
      throw error(UserErrorCode.TOO_LONG, "A password has at most 128 characters.", field);
    }
    var beginning = password.substring(0, Math.min(password.length(), LOOKED_AT));
    var strength = zxcvbn.measure(beginning, wordsOf(email, name));
    if (isStolen(strength)) {
      throw error(
          AuthErrorCode.BREACHED_PASSWORD,
          "This password stands in lists of stolen ones. " + ADVICE,
          field);
    }
    if (strength.getScore() < SAFE_SCORE) {
      throw new InvalidInput(reasons(strength.getFeedback(), field));
    }
  }

  // The library's list of the commonest passwords comes from breaches.
  private static boolean isStolen(Strength strength) {
    return strength.getSequence().stream()
        .anyMatch(match ->
            "passwords".equals(match.dictionaryName)
                && match.token.length() == strength.getPassword().length());
  }

  private static List<UserError> reasons(Feedback feedback, String field) {
    var warning = feedback.getWarning(Locale.ROOT);
    var first = warning.isBlank() ? "This password is guessed too easily" : warning;
    return Stream.concat(Stream.of(first), feedback.getSuggestions(Locale.ROOT).stream())
        .map(reason -> reason.endsWith(".") ? reason : reason + ".")
        .distinct()
        .map(reason -> InvalidInput.of(AuthErrorCode.WEAK_PASSWORD, reason, "input", field))
        .flatMap(error -> error.errors().stream())
        .toList();
  }

  private static List<String> wordsOf(String email, String name) {
    var words = Stream.of(email, name).flatMap(NO_WORD::splitAsStream);
    return Stream.concat(Stream.of("lifeos", email, name), words)
        .filter(word -> word.length() > 2)
        .toList();
  }

  // Characters as people count them, not UTF-16's.
  private static int length(String password) {
    return password.codePointCount(0, password.length());
  }

  // Keyboards differ in how they compose the same character.
  private static String normal(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFKC);
  }

  private static InvalidInput error(Enum<?> code, String message, String field) {
    return InvalidInput.of(code, message, "input", field);
  }
}
