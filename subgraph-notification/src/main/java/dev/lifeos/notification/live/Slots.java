package dev.lifeos.notification.live;

import dev.lifeos.starter.error.ErrorCode;
import dev.lifeos.starter.error.Fault;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Counts the live subscriptions of each person. */
@Component
class Slots {

  private final ConcurrentHashMap<UUID, Integer> taken = new ConcurrentHashMap<>();
  private final int perPerson;

  Slots(LiveProperties live, MeterRegistry meters) {
    this.perPerson = live.perPerson();
    meters.gauge("notification.subscriptions", this, Slots::total);
  }

  /**
   * @throws Fault {@code RATE_LIMITED} when the person has too many already
   */
  UUID take(UUID person) {
    taken.compute(person, (id, count) -> oneMore(count == null ? 0 : count));
    return person;
  }

  void release(UUID person) {
    taken.computeIfPresent(person, (id, count) -> count == 1 ? null : count - 1);
  }

  private int oneMore(int count) {
    if (count >= perPerson) {
      throw new Fault(
          ErrorCode.RATE_LIMITED, "At most " + perPerson + " live subscriptions at once.");
    }
    return count + 1;
  }

  private double total() {
    return taken.values().stream().mapToInt(Integer::intValue).sum();
  }
}
