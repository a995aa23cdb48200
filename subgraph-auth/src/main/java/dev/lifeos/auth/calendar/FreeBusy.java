package dev.lifeos.auth.calendar;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** When a person is busy; the schema describes each part. */
record FreeBusy(List<BusyPeriod> busy, @Nullable Instant asOf) {

  static final int MAX_DAYS = 62;
  static final FreeBusy NONE = new FreeBusy(List.of(), null);

  /** Of one person's events: what overlaps or touches is one, and nothing is outside the range. */
  static FreeBusy of(List<EventReads.Busy> events, Range range) {
    var merged = new ArrayList<BusyPeriod>();
    events.stream()
        .filter(event -> event.startsAt() != null)
        .map(event -> within(event, range))
        .filter(period -> period.endsAt().isAfter(period.startsAt()))
        .sorted(Comparator.comparing(BusyPeriod::startsAt))
        .forEach(period -> add(merged, period));
    return new FreeBusy(List.copyOf(merged), events.getFirst().lastSyncedAt());
  }

  private static void add(List<BusyPeriod> merged, BusyPeriod next) {
    if (merged.isEmpty() || merged.getLast().endsAt().isBefore(next.startsAt())) {
      merged.add(next);
      return;
    }
    var last = merged.removeLast();
    merged.add(new BusyPeriod(last.startsAt(), later(last.endsAt(), next.endsAt())));
  }

  private static BusyPeriod within(EventReads.Busy event, Range range) {
    var start = later(Objects.requireNonNull(event.startsAt()), range.from());
    var end = Objects.requireNonNull(event.endsAt());
    return new BusyPeriod(start, end.isBefore(range.to()) ? end : range.to());
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
