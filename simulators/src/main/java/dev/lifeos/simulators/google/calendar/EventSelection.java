package dev.lifeos.simulators.google.calendar;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Which events answer a query, all pages together. */
@Component
class EventSelection {
  // As far as a series without an end is written out.
  private static final Duration HORIZON = Duration.ofDays(366);

  private final Clock clock;

  EventSelection(Clock clock) {
    this.clock = clock;
  }

  /** Everything there is. */
  List<CalendarEvent> full(GoogleCalendar calendar, EventQuery query) {
    List<CalendarEvent> all = calendar.all();
    return written(all, all, query.singleEvents(), query.from(), query.to()).stream()
        .filter(event -> !event.cancelled() || query.showDeleted() || keptOut(event, query))
        .filter(event ->
            event.isSeries()
                ? event.span().start().isBefore(query.to())
                : event.span().touches(query.from(), query.to()))
        .filter(query::matches)
        .sorted(order(query))
        .toList();
  }

  /** What changed since a token, deletions too. */
  List<CalendarEvent> changed(GoogleCalendar calendar, SyncToken token) {
    List<CalendarEvent> all = calendar.all();
    List<CalendarEvent> changed =
        all.stream().filter(event -> event.revision() > token.revision()).toList();
    return written(changed, all, token.singleEvents(), Instant.MIN, Instant.MAX);
  }

  /** The single times of a calendar's events in a range, none deleted. */
  List<CalendarEvent> times(GoogleCalendar calendar, Instant from, Instant to) {
    List<CalendarEvent> all = calendar.all();
    return written(all, all, true, from, to).stream()
        .filter(event -> !event.cancelled() && event.span().touches(from, to))
        .sorted(Comparator.comparing(event -> event.span().start()))
        .toList();
  }

  // A deleted time of a series is the only sign that the series leaves it out.
  private static boolean keptOut(CalendarEvent event, EventQuery query) {
    return event.instanceOf() != null && !query.singleEvents();
  }

  private List<CalendarEvent> written(
      List<CalendarEvent> events,
      List<CalendarEvent> all,
      boolean single,
      Instant from,
      Instant to) {
    if (!single) {
      return events;
    }
    Instant now = clock.instant();
    Instant begin = later(from, now.minus(HORIZON));
    Instant end = to.isBefore(now.plus(HORIZON)) ? to : now.plus(HORIZON);
    Set<String> own = all.stream().map(CalendarEvent::id).collect(Collectors.toSet());
    return events.stream()
        .flatMap(event ->
            event.isSeries()
                ? Series.times(event, begin, end).stream().filter(time -> !own.contains(time.id()))
                : Stream.of(event))
        .toList();
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Comparator<CalendarEvent> order(EventQuery query) {
    Comparator<CalendarEvent> byId = Comparator.comparing(CalendarEvent::id);
    if (query.orderedByStart()) {
      return Comparator.<CalendarEvent, Instant>comparing(event -> event.span().start())
          .thenComparing(byId);
    }
    return query.orderedByChange()
        ? Comparator.comparing(CalendarEvent::updated).thenComparing(byId)
        : byId;
  }
}
