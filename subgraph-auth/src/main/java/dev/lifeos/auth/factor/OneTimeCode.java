package dev.lifeos.auth.factor;

import dev.lifeos.starter.error.InvalidInput;
import dev.lifeos.starter.error.UserErrorCode;
import org.jspecify.annotations.Nullable;

/** A code that somebody typed in, and in which field. */
record OneTimeCode(Kind kind, String text, String field) {

  enum Kind {
    TOTP,
    RECOVERY
  }

  /** A code of the app. */
  static OneTimeCode ofApp(String text) {
    return new OneTimeCode(Kind.TOTP, text.replaceAll("\\s", ""), "code");
  }

  /** The one that was sent. */
  static OneTimeCode of(@Nullable String code, @Nullable String recoveryCode) {
    if (code != null) {
      return ofApp(code);
    }
    if (recoveryCode == null) {
      throw InvalidInput.of(UserErrorCode.REQUIRED, "Send a code.", "input", "code");
    }
    return new OneTimeCode(Kind.RECOVERY, recoveryCode, "recoveryCode");
  }

  /** Nothing of the code gets into a log. */
  @Override
  public String toString() {
    return "OneTimeCode[" + kind + "]";
  }
}
