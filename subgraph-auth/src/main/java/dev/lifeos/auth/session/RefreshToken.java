package dev.lifeos.auth.session;

import dev.lifeos.auth.key.Digests;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.crypto.keygen.KeyGenerators;

/** An opaque refresh token of 256 random bits. The database has only its digest. */
record RefreshToken(String value) {

  private static final int BYTES = 32;
  private static final String MAC = "HmacSHA256";

  static RefreshToken fresh() {
    return of(salt());
  }

  /** 256 random bits. */
  static byte[] salt() {
    return KeyGenerators.secureRandom(BYTES).generateKey();
  }

  /**
   * The one that follows. Who has this token and the salt makes it again; of those two, a client
   * has the one and the database the other.
   */
  RefreshToken successor(byte[] salt) {
    try {
      var mac = Mac.getInstance(MAC);
      mac.init(new SecretKeySpec(salt, MAC));
      return of(mac.doFinal(value.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException | InvalidKeyException missing) {
      throw new IllegalStateException(missing);
    }
  }

  byte[] digest() {
    return Digests.sha256(value.getBytes(StandardCharsets.UTF_8));
  }

  /** Nothing of the token gets into a log. */
  @Override
  public String toString() {
    return "RefreshToken";
  }

  private static RefreshToken of(byte[] bytes) {
    return new RefreshToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }
}
