package dev.lifeos.auth.account;

import dev.lifeos.starter.error.ErrorCode;
import dev.lifeos.starter.error.Fault;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
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
  private static final int PATIENCE_SECONDS = 5;

  private final Argon2PasswordEncoder encoder =
      new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, KILOBYTES, PASSES);
  private final Semaphore places = new Semaphore(howMany(), true);

  String encode(String password) {
    return inTurn(() -> encoder.encode(password));
  }

  boolean matches(String password, String hash) {
    return inTurn(() -> encoder.matches(password, hash));
  }

  private <T> T inTurn(Supplier<T> work) {
    if (!waited()) {
      throw new Fault(ErrorCode.RATE_LIMITED, "Very many people log in just now: try again.");
    }
    try {
      return work.get();
    } finally {
      places.release();
    }
  }

  private boolean waited() {
    try {
      return places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static int howMany() {
    var runtime = Runtime.getRuntime();
    return Math.clamp(runtime.maxMemory() / ROOM, 1, runtime.availableProcessors());
  }
}
