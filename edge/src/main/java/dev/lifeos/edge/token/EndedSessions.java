package dev.lifeos.edge.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.lifeos.edge.limit.RedisConnection;
import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import io.lettuce.core.RedisException;
import io.lettuce.core.ScoredValue;
import jakarta.annotation.PreDestroy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The sessions that have ended while tokens of theirs may still live, as auth publishes them in
 * Redis. Asked for each second and kept in memory, so that no request waits for Redis; each
 * subgraph does the same.
 */
@Component
class EndedSessions {

  private static final Logger LOG = LoggerFactory.getLogger(EndedSessions.class);
  private static final String KEY = "lifeos:revoked-sessions";
  private static final Duration PAUSE = Duration.ofSeconds(1);
  // Longer than a token lives, with what clocks may differ: after that it is refused anyway.
  private static final Duration KEPT = Duration.ofMinutes(12);
  private static final int MOST = 100_000;
  // More than the clocks of two instances of auth differ.
  private static final double OVERLAP_MILLIS = 60_000;
  private static final int TURNS_TO_WHOLE = 60;
  private static final int FAILURES_OF_AN_OUTAGE = 2;

  private final Cache<String, Boolean> ended =
      Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(MOST).build();
  private final RedisConnection redis;
  private final Disposable polling;

  // Of one turn at a time.
  private volatile double newest;
  private volatile int turnsToWhole;
  private volatile int failures;

  EndedSessions(RedisConnection redis) {
    this.redis = redis;
    polling = Flux.interval(PAUSE).onBackpressureDrop().concatMap(tick -> turn(), 1).subscribe();
  }

  /**
   * Whether a session has ended.
   *
   * @param id the token's {@code sid}, if it has one
   */
  boolean contains(@Nullable Object id) {
    return id instanceof String session && ended.getIfPresent(session) != null;
  }

  @PreDestroy
  void stop() {
    polling.dispose();
  }

  private Mono<Void> turn() {
    return read(turnsToWhole == 0 ? 0 : newest - OVERLAP_MILLIS)
        .timeout(PAUSE)
        .doOnNext(this::learn)
        .doOnNext(found -> answered())
        .doOnError(this::failed)
        .onErrorComplete()
        .then();
  }

  private Mono<List<ScoredValue<byte[]>>> read(double from) {
    return Mono.defer(() ->
        redis
            .get()
            .orElseThrow(() -> new RedisException("There is no connection to Redis yet"))
            .reactive()
            .zrevrangebyscoreWithScores(
                KEY,
                Range.from(Range.Boundary.including(from), Range.Boundary.unbounded()),
                Limit.from(MOST))
            .collectList());
  }

  private void learn(List<ScoredValue<byte[]>> found) {
    found.forEach(member -> ended.put(new String(member.getValue(), StandardCharsets.UTF_8), true));
    found.stream().mapToDouble(ScoredValue::getScore).max().ifPresent(score -> newest = score);
    turnsToWhole = turnsToWhole == 0 ? TURNS_TO_WHOLE : turnsToWhole - 1;
  }

  private void failed(Throwable failure) {
    turnsToWhole = 0;
    failures = failures + 1;
    // Once may be a start at which the connection is just being made.
    if (failures == FAILURES_OF_AN_OUTAGE) {
      LOG.warn(
          "Redis does not answer: which sessions end from now on is left to the tokens' short lives: {}",
          failure.toString());
    }
  }

  private void answered() {
    if (failures >= FAILURES_OF_AN_OUTAGE) {
      LOG.info("Redis answers again; which sessions have ended is known");
    }
    failures = 0;
  }
}
