package dev.lifeos.auth.session;

import dev.lifeos.auth.key.Digests;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;

/** An opaque refresh token of 256 random bits. The database has only its digest. */
record RefreshToken(String value) {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 32;

  static RefreshToken fresh() {
    var bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new RefreshToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  byte[] digest() {
    return Digests.sha256(value.getBytes(StandardCharsets.UTF_8));
  }

  /** Nothing of the token gets into a log. */
  @Override
  public String toString() {
    return "RefreshToken";
  }
}
