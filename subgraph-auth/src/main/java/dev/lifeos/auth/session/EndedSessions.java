package dev.lifeos.auth.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.core.DefaultTypedTuple;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.ZSetOperations.TypedTuple;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Tells the other parts which sessions have ended, through Redis. What is told comes from
 * PostgreSQL each time, so that Redis may lose it: nothing about a session lives there only.
 */
@Component
class EndedSessions {

  private static final Logger LOG = LoggerFactory.getLogger(EndedSessions.class);

  private static final String KEY = "lifeos:revoked-sessions";

  /** An access token lives for ten minutes, and clocks differ. */
  private static final Duration WINDOW = Duration.ofMinutes(11);

  private static final Duration KEPT = Duration.ofMinutes(12);

  private final SessionWrites sessions;
  private final StringRedisTemplate redis;
  private final Clock clock;
  private boolean reached = true;

  EndedSessions(SessionWrites sessions, StringRedisTemplate redis, Clock clock) {
    this.sessions = sessions;
    this.redis = redis;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "PT1S")
  void publish() {
    var now = clock.instant();
    try {
      tell(sessions.endedSince(now.minus(WINDOW)), now);
      reached = true;
    } catch (RuntimeException away) {
      if (reached) {
        LOG.warn(
            "Ended sessions cannot be told, and end elsewhere with their access tokens: {}",
            away.getMessage());
      }
      reached = false;
    }
  }

  private void tell(java.util.List<String> ended, Instant now) {
    if (ended.isEmpty()) {
      return;
    }
    Set<TypedTuple<String>> told = new HashSet<>();
    ended.forEach(id -> told.add(new DefaultTypedTuple<>(id, (double) now.toEpochMilli())));
    redis.opsForZSet().addIfAbsent(KEY, told);
    redis.opsForZSet().removeRangeByScore(KEY, 0, now.minus(KEPT).toEpochMilli());
    redis.expire(KEY, KEPT);
  }
}
