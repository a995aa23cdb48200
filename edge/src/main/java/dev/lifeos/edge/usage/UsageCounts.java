package dev.lifeos.edge.usage;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.stereotype.Component;

/** What was sent since the counts were last taken. */
@Component
class UsageCounts {

  private final Clock clock;
  private final int most;
  private final Map<Observation, LongAdder> counts = new ConcurrentHashMap<>();

  UsageCounts(Clock clock, UsageProperties usage) {
    this.clock = clock;
    this.most = usage.most();
  }

  void add(String client, String version, String document) {
    var day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    var key = new Observation(day, client, version, document, 0);
    // Whoever makes up operations must not fill the memory.
    var adder =
        counts.size() < most
            ? counts.computeIfAbsent(key, each -> new LongAdder())
            : counts.get(key);
    if (adder != null) {
      adder.increment();
    }
  }

  List<Observation> take() {
    return counts.keySet().stream().map(this::taken).toList();
  }

  private Observation taken(Observation key) {
    // One that is counted while it is taken may be lost; a count is no bill.
    var adder = counts.remove(key);
    var count = adder == null ? 0 : adder.sum();
    return new Observation(key.day(), key.client(), key.version(), key.document(), count);
  }
}
