package dev.lifeos.auth.factor;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/** Codes by time as every app makes them: RFC 6238, SHA-1, six digits, thirty seconds. */
@Component
class TotpCodes {

  private static final String ISSUER = "LifeOS";
  private static final Duration STEP = Duration.ofSeconds(30);
  // A clock may be off, and typing takes a while: RFC 6238, 5.2.
  private static final int STEPS_OFF = 1;
  // As long as SHA-1's result: RFC 4226, 4.
  private static final int SECRET_BYTES = 20;

  private final TimeBasedOneTimePasswordGenerator generator =
      new TimeBasedOneTimePasswordGenerator(STEP);
  private final SecureRandom random = new SecureRandom();
  private final Base32 base32 = new Base32();

  /** A new secret in Base32. */
  String secret() {
    var bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    return base32.encodeToString(bytes);
  }

  /** What apps read from a QR code. */
  String uri(String secret, String label) {
    return "otpauth://totp/%s:%s?secret=%s&issuer=%s&algorithm=SHA1&digits=6&period=%d"
        .formatted(
            ISSUER,
            UriUtils.encode(label, StandardCharsets.UTF_8),
            secret,
            ISSUER,
            STEP.toSeconds());
  }

  /**
   * The step of time whose code this is, if it is one of now.
   *
   * @param after only a later step will do
   */
  OptionalLong step(String secret, String code, Instant now, long after) {
    var key = new SecretKeySpec(base32.decode(secret), generator.getAlgorithm());
    var given = code.getBytes(StandardCharsets.UTF_8);
    var current = Math.floorDiv(now.getEpochSecond(), STEP.toSeconds());
    return LongStream.rangeClosed(current - STEPS_OFF, current + STEPS_OFF)
        .filter(step -> MessageDigest.isEqual(code(key, step), given) && step > after)
        .findFirst();
  }

  private byte[] code(Key key, long step) {
    try {
      return generator
          .generateOneTimePasswordString(
              key, Instant.ofEpochSecond(step * STEP.toSeconds()), Locale.ROOT)
          .getBytes(StandardCharsets.UTF_8);
    } catch (InvalidKeyException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
