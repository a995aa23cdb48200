package dev.lifeos.notification.live;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;

/** Tells the subscriptions of this instance that something may have happened. */
@Component
class Wakeups {

  private final ConcurrentHashMap<UUID, Set<FluxSink<Boolean>>> sinks = new ConcurrentHashMap<>();

  /** A signal for each hint about this person; many at once may become one. */
  Flux<Boolean> of(UUID person) {
    return Flux.create(
        sink -> {
          add(person, sink);
          sink.onDispose(() -> remove(person, sink));
        },
        FluxSink.OverflowStrategy.LATEST);
  }

  void wake(UUID person) {
    sinks.getOrDefault(person, Set.of()).forEach(sink -> sink.next(true));
  }

  void wakeAll() {
    sinks.keySet().forEach(this::wake);
  }

  private void add(UUID person, FluxSink<Boolean> sink) {
    sinks.compute(
        person,
        (id, known) -> {
          Set<FluxSink<Boolean>> all = known == null ? ConcurrentHashMap.newKeySet() : known;
          all.add(sink);
          return all;
        });
  }

  private void remove(UUID person, FluxSink<Boolean> sink) {
    sinks.computeIfPresent(
        person,
        (id, known) -> {
          known.remove(sink);
          return known.isEmpty() ? null : known;
        });
  }
}
