package dev.lifeos.auth.factor.passkey;

/**
 * What a passkey answered.
 *
 * @param token of what was begun
 * @param credential the browser's {@code PublicKeyCredential} in JSON
 */
public record PasskeyAnswer(String token, Object credential) {

  /** Nothing of the answer gets into a log. */
  @Override
  public String toString() {
    return "PasskeyAnswer";
  }
}
