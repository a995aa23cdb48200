package dev.lifeos.simulators.google.calendar;

import dev.lifeos.simulators.google.RandomText;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What a person does to their calendar; whoever watches it is told. */
@Component
class CalendarEdits {
  private final Calendars calendars;
  private final Channels channels;
  private final EventSelection selection;
  private final Clock clock;

  CalendarEdits(Calendars calendars, Channels channels, EventSelection selection, Clock clock) {
    this.calendars = calendars;
    this.channels = channels;
    this.selection = selection;
    this.clock = clock;
  }

  CalendarEvent add(String email, String calendarId, EventWish wish) {
    GoogleCalendar calendar = calendars.find(email, calendarId);
    Instant now = clock.instant();
    CalendarEvent event =
        new CalendarEvent(
            RandomText.id(26),
            wish.summaryOr("(No title)"),
            "",
            wish.locationOr(""),
            wish.span(calendar.zone()),
            wish.days(),
            wish.isFree(false),
            false,
            0,
            now,
            now,
            null);
    return put(email, calendar, event);
  }

  CalendarEvent change(String email, String calendarId, String id, EventWish wish) {
    GoogleCalendar calendar = calendars.find(email, calendarId);
    CalendarEvent event = require(calendar, id);
    TimeSpan span = wish.timed() ? wish.span(calendar.zone()) : event.span();
    if (event.isSeries() && !span.equals(event.span())) {
      throw new CalendarError(
          400, "global", "invalid", "A series keeps its time here; change one of its times.");
    }
    return put(
        email,
        calendar,
        event.changed(wish.summaryOr(event.summary()), span, wish.isFree(event.free())));
  }

  void delete(String email, String calendarId, String id) {
    GoogleCalendar calendar = calendars.find(email, calendarId);
    CalendarEvent event = require(calendar, id);
    if (event.isSeries()) {
      // What was changed of it goes with it.
      calendar.all().stream()
          .filter(each -> each.instanceOf() instanceof InstanceOf of && of.series().equals(id))
          .filter(each -> !each.cancelled())
          .forEach(each -> calendar.put(each.cancel(), clock.instant()));
    }
    put(email, calendar, event.cancel());
  }

  void outdateTokens(String email) {
    calendars.of(email).forEach(calendar -> calendar.outdateTokens(RandomText.token(8)));
  }

  private CalendarEvent put(String email, GoogleCalendar calendar, CalendarEvent event) {
    CalendarEvent kept = calendar.put(event, clock.instant());
    channels.changed(email, calendar.id());
    return kept;
  }

  private CalendarEvent require(GoogleCalendar calendar, String id) {
    return calendar
        .find(id)
        .or(() -> timeOfSeries(calendar, id))
        .filter(event -> !event.cancelled())
        .orElseThrow(CalendarError::notFound);
  }

  private Optional<CalendarEvent> timeOfSeries(GoogleCalendar calendar, String id) {
    Instant now = clock.instant();
    Set<String> series = Set.of(id.replaceFirst("_.*", ""));
    return selection
        .times(calendar, now.minus(Duration.ofDays(366)), now.plus(Duration.ofDays(366)))
        .stream()
        .filter(event -> event.id().equals(id))
        .filter(
            event -> event.instanceOf() instanceof InstanceOf of && series.contains(of.series()))
        .findFirst();
  }
}
