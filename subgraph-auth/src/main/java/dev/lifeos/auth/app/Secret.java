package dev.lifeos.auth.app;

import dev.lifeos.auth.key.Digests;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A secret of 256 random bits: an app's own, a code, a refresh token. The database has its digest.
 */
record Secret(String value) {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 32;

  static Secret fresh() {
    return new Secret(text(salt()));
  }

  static byte[] salt() {
    var bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  byte[] digest() {
    return Digests.sha256(bytes());
  }

  /** In constant time, so that it cannot be found out piece by piece. */
  boolean is(byte @Nullable [] digest) {
    return MessageDigest.isEqual(digest == null ? new byte[BYTES] : digest, digest())
        && digest != null;
  }

  /** The secret that comes after this one: only who has this one and the salt can make it. */
  Secret next(byte[] salt) {
    var both = new ByteArrayOutputStream();
    both.writeBytes(salt);
    both.writeBytes(bytes());
    return new Secret(text(Digests.sha256(both.toByteArray())));
  }

  private byte[] bytes() {
    return value.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Nothing of it gets into a log. */
  @Override
  public String toString() {
    return "Secret";
  }
}
