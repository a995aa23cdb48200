package dev.lifeos.auth.account;

import dev.lifeos.starter.error.ErrorCode;
import dev.lifeos.starter.error.Fault;
import dev.lifeos.starter.work.LongWork;
import java.time.Duration;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Argon2id with the parameters of OWASP's Password Storage Cheat Sheet. Each hash takes 19 MB, so
 * that only so many are made at once as there are processors, and room in memory, for.
 */
@Component
class Hashing {

  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final int LANES = 1;
  private static final int KILOBYTES = 19_456;
  private static final int PASSES = 2;
  private static final long ROOM = 64L << 20;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Argon2PasswordEncoder encoder =
      new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, KILOBYTES, PASSES);
  private final LongWork work = new LongWork("hashing", ROOM, PATIENCE);

  String encode(String password) {
    return work.done(() -> encoder.encode(password), Hashing::busy);
  }

  boolean matches(String password, String hash) {
    return work.done(() -> encoder.matches(password, hash), Hashing::busy);
  }

  private static Fault busy() {
    return new Fault(ErrorCode.RATE_LIMITED, "Very many people log in just now: try again.");
  }
}
