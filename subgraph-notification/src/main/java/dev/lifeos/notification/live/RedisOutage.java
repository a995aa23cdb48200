package dev.lifeos.notification.live;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Says that Redis is away, at most once a minute: events come all the same, if later. */
@Component
class RedisOutage {

  private static final Logger LOG = LoggerFactory.getLogger(RedisOutage.class);
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final AtomicReference<Instant> silentUntil = new AtomicReference<>(Instant.MIN);
  private final Clock clock;

  RedisOutage(Clock clock) {
    this.clock = clock;
  }

  /** Whether it was logged. */
  boolean report(String reason) {
    var now = clock.instant();
    var silent = silentUntil.get();
    if (now.isBefore(silent) || !silentUntil.compareAndSet(silent, now.plus(PAUSE))) {
      return false;
    }
    LOG.warn("Redis does not answer; live events wait for the next poll: {}", reason);
    return true;
  }
}
