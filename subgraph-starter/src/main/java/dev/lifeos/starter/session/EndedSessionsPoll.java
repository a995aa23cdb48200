package dev.lifeos.starter.session;

import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.ZSetOperations.TypedTuple;

/**
 * Asks Redis each second which sessions have ended. Auth keeps them there in a sorted set, by the
 * time at which it published them: auth's time, so this machine's clock does not matter.
 */
final class EndedSessionsPoll implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(EndedSessionsPoll.class);
  private static final long PAUSE_MILLIS = 1_000;
  private static final long PATIENCE_MILLIS = 2_000;

  // More than the clocks of two instances of auth differ.
  private static final double OVERLAP_MILLIS = 60_000;
  // So long nothing new would be seen if one of them were far ahead for a moment.
  private static final int TURNS_TO_WHOLE = 60;

  private final StringRedisTemplate redis;
  private final EndedSessions ended;
  private volatile @Nullable ScheduledExecutorService turns;

  // Of the polling thread alone.
  private double newest;
  private int turnsToWhole;
  private boolean away;

  EndedSessionsPoll(StringRedisTemplate redis, EndedSessions ended) {
    this.redis = redis;
    this.ended = ended;
  }

  @Override
  public void start() {
    var first = new CountDownLatch(1);
    var thread = Thread.ofPlatform().daemon().name("ended-sessions").factory();
    var executor = Executors.newSingleThreadScheduledExecutor(thread);
    turns = executor;
    executor.scheduleWithFixedDelay(
        () -> {
          turn();
          first.countDown();
        },
        0,
        PAUSE_MILLIS,
        TimeUnit.MILLISECONDS);
    await(first);
  }

  // Requests come after this, and should find what is known; without Redis they come all the same.
  private static void await(CountDownLatch first) {
    try {
      first.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void stop() {
    var executor = turns;
    turns = null;
    if (executor != null) {
      executor.shutdownNow();
    }
  }

  @Override
  public boolean isRunning() {
    return turns != null;
  }

  @Override
  public int getPhase() {
    // Behind the connection to Redis and before the web server.
    return 1;
  }

  // Whatever fails, the next turn comes.
  private void turn() {
    try {
      read(turnsToWhole == 0 ? 0 : newest - OVERLAP_MILLIS);
      turnsToWhole = turnsToWhole == 0 ? TURNS_TO_WHOLE : turnsToWhole - 1;
      tell(null);
    } catch (RuntimeException failure) {
      turnsToWhole = 0;
      tell(failure);
    }
  }

  private void read(double from) {
    var found =
        redis
            .opsForZSet()
            .reverseRangeByScoreWithScores(
                EndedSessions.KEY, from, Double.POSITIVE_INFINITY, 0, EndedSessions.MOST);
    if (found == null || found.isEmpty()) {
      return;
    }
    ended.add(found.stream().map(TypedTuple::getValue).filter(Objects::nonNull).toList());
    newest = found.stream().mapToDouble(EndedSessionsPoll::score).max().orElse(newest);
  }

  private static double score(TypedTuple<String> member) {
    var score = member.getScore();
    return score == null ? 0 : score;
  }

  private void tell(@Nullable RuntimeException failure) {
    if (failure != null && !away && turns != null) {
      LOG.warn(
          "Redis does not answer: the tokens of sessions that end from now on live their ten minutes: {}",
          String.valueOf(failure.getMessage()));
    }
    if (failure == null && away) {
      LOG.info("Redis answers again; which sessions have ended is known");
    }
    away = failure != null;
  }
}
