package dev.lifeos.auth.factor;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/** An app on somebody's phone that gives codes. */
public final class App {

  private static final Duration STEP = Duration.ofSeconds(30);

  private final TimeBasedOneTimePasswordGenerator generator =
      new TimeBasedOneTimePasswordGenerator(STEP);
  private final SecretKeySpec key;
  private final Clock clock;
  private final List<String> recoveryCodes;

  /** An app that was told this secret. */
  App(String secret, Clock clock, List<String> recoveryCodes) {
    this.key = new SecretKeySpec(new Base32().decode(secret), "HmacSHA1");
    this.clock = clock;
    this.recoveryCodes = recoveryCodes;
  }

  /** The code of now. */
  public String code() {
    return code(0);
  }

  String code(int stepsLater) {
    return code(clock.instant().plus(STEP.multipliedBy(stepsLater)));
  }

  /** A code that is none of those which could be right just now. */
  String wrong() {
    var right = List.of(code(-2), code(-1), code(0), code(1), code(2));
    return List.of("000000", "111111", "222222", "333333", "444444", "555555").stream()
        .filter(code -> !right.contains(code))
        .findFirst()
        .orElseThrow();
  }

  List<String> recoveryCodes() {
    return recoveryCodes;
  }

  private String code(Instant at) {
    try {
      return generator.generateOneTimePasswordString(key, at, Locale.ROOT);
    } catch (InvalidKeyException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
