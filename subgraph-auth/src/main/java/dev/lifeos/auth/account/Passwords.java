package dev.lifeos.auth.account;

import com.nulabinc.zxcvbn.Zxcvbn;
import dev.lifeos.starter.error.InvalidInput;
import dev.lifeos.starter.error.UserErrorCode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes passwords (Argon2id, parameters of OWASP's Password Storage Cheat Sheet) and refuses those
 * that are easily guessed.
 */
@Component
class Passwords {

  private static final int MIN = 12;
  private static final int MAX = 128;
  private static final int SAFE_SCORE = 2;

  // zxcvbn's time grows with the square of the length and more.
  private static final int LOOKED_AT = 64;

  private final Argon2PasswordEncoder encoder = new Argon2PasswordEncoder(16, 32, 1, 19_456, 2);
  private final Zxcvbn zxcvbn = new Zxcvbn();
  private final String nobodys = encode("nobody has this password");

  String encode(String password) {
    return encoder.encode(password);
  }

  /**
   * Whether the password is right. It takes as long where there is no account, so that nobody
   * learns who has one.
   *
   * @param hash null where there is no account
   */
  boolean matches(String password, @Nullable String hash) {
    if (password.length() > MAX) {
      return false;
    }
    var matches = encoder.matches(password, hash == null ? nobodys : hash);
    return hash != null && matches;
  }

  /** Throws unless the password will do for this person. */
  void requireGood(String password, String email, String name) {
    if (password.length() < MIN) {
      throw error(UserErrorCode.TOO_SHORT, "A password has at least 12 characters.");
    }
    if (password.length() > MAX) {
      throw error(UserErrorCode.TOO_LONG, "A password has at most 128 characters.");
    }
    var beginning = password.substring(0, Math.min(password.length(), LOOKED_AT));
    if (zxcvbn.measure(beginning, List.of(email, name, "lifeos")).getScore() < SAFE_SCORE) {
      throw error(
          AuthErrorCode.WEAK_PASSWORD,
          "This password is guessed too easily: take several words that do not belong together.");
    }
  }

  private static InvalidInput error(Enum<?> code, String message) {
    return InvalidInput.of(code, message, "input", "password");
  }
}
