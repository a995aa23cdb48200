package dev.lifeos.starter.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/**
 * The sessions that have ended while tokens of theirs may still live. Kept in memory, since each
 * request asks; {@link EndedSessionsPoll} brings the news.
 */
public final class EndedSessions {

  /**
   * The sorted set in Redis where auth publishes the ids of ended sessions, each with the epoch
   * milliseconds at which it did so.
   */
  public static final String KEY = "lifeos:revoked-sessions";

  // About 15 MB.
  static final int MOST = 100_000;

  // Longer than a token lives, with what clocks may differ: after that it is refused anyway.
  private static final Duration KEPT = Duration.ofMinutes(12);

  private final Cache<String, Boolean> ended =
      Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(MOST).build();
  private final Sinks.Many<Boolean> news = Sinks.many().multicast().directBestEffort();

  /**
   * Whether a session has ended.
   *
   * @param id the token's {@code sid}; null for tokens without one, e.g. a service's
   */
  public boolean contains(@Nullable String id) {
    return id != null && ended.getIfPresent(id) != null;
  }

  /** Completes when that session has ended; never without a session. */
  public Mono<Void> end(@Nullable String id) {
    // The news are listened to before the first look, so that none falls in between.
    return Flux.merge(news.asFlux(), Flux.just(true))
        .filter(some -> contains(id))
        .next()
        .publishOn(Schedulers.parallel())
        .then();
  }

  /** These have ended; whoever ends a session may say so at once, here for this process alone. */
  public synchronized void add(Collection<String> ids) {
    var before = ended.asMap();
    var anyNew = false;
    for (var id : ids) {
      anyNew |= before.putIfAbsent(id, true) == null;
    }
    if (anyNew) {
      news.tryEmitNext(true);
    }
  }
}
