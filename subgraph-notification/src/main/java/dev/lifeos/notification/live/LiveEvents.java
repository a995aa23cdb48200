package dev.lifeos.notification.live;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The events of one person as a stream. It reads the log behind the last event it has told of,
 * whenever a hint comes, and now and then without one: hints may be lost, events are not.
 */
@Service
class LiveEvents {

  // Few enough that requests find a connection when all subscriptions wake up at once.
  private static final int READERS = 4;

  private final EventLog log;
  private final Wakeups wakeups;
  private final Slots slots;
  private final LiveProperties live;
  private final Clock clock;
  private final ExecutorService readers;

  LiveEvents(EventLog log, Wakeups wakeups, Slots slots, LiveProperties live, Clock clock) {
    this.log = log;
    this.wakeups = wakeups;
    this.slots = slots;
    this.live = live;
    this.clock = clock;
    var threads = Thread.ofVirtual().name("live-events-", 0).factory();
    this.readers = Executors.newFixedThreadPool(READERS, threads);
  }

  @PreDestroy
  void stop() {
    readers.shutdown();
  }

  /**
   * @param after the last event that the client has; null to begin now
   * @param end ends the stream, with an error that says why
   */
  Flux<NotificationEvent> of(UUID person, @Nullable Long after, Mono<Void> end) {
    return Flux.using(
        () -> slots.take(person),
        slot -> stream(new Feed(log, clock, person, after), person).takeUntilOther(end),
        slots::release);
  }

  private Flux<NotificationEvent> stream(Feed feed, UUID person) {
    // Hints are listened to before the first read, so that none falls in between.
    var ticks =
        Flux.merge(
            1,
            wakeups.of(person),
            Flux.interval(live.poll()).onBackpressureDrop().map(tick -> true),
            Flux.just(true));
    // While a batch is being read and sent, at most one further tick waits.
    return ticks.onBackpressureLatest().concatMap(tick -> unread(feed), 1);
  }

  private Flux<NotificationEvent> unread(Feed feed) {
    // A future, since a client that leaves must not interrupt the read: that would cost the
    // database
    // connection.
    var batch = Mono.fromFuture(() -> CompletableFuture.supplyAsync(feed::next, readers), true);
    return batch.repeat(feed::hasMore).concatMapIterable(events -> events, 1);
  }
}
