package dev.lifeos.auth.key;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.springframework.security.crypto.keygen.KeyGenerators;

/**
 * An opaque token of 256 random bits that a person gets by another way, e.g. by mail. The database
 * has only its digest.
 */
public record OneTimeToken(String value) {

  private static final int BYTES = 32;

  /** A new one. */
  public static OneTimeToken fresh() {
    var bytes = KeyGenerators.secureRandom(BYTES).generateKey();
    return new OneTimeToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** What the database has. */
  public byte[] digest() {
    return Digests.sha256(value.getBytes(StandardCharsets.UTF_8));
  }

  /** Nothing of the token gets into a log. */
  @Override
  public String toString() {
    return "OneTimeToken";
  }
}
