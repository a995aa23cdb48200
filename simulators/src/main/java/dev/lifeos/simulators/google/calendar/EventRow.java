package dev.lifeos.simulators.google.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * An event as the page shows it.
 *
 * @param calendar its calendar's id
 * @param calendarName the calendar's name where it is not the person's own
 * @param from its start, for a field of a form
 * @param to its end, likewise
 * @param series the series' id, empty for an event by itself
 * @param editable whether it may be changed
 */
record EventRow(
    String id,
    String calendar,
    String calendarName,
    Instant start,
    LocalDate day,
    String time,
    String summary,
    String location,
    String from,
    String to,
    String series,
    boolean ofSeries,
    boolean allDay,
    boolean free,
    boolean editable) {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
  private static final DateTimeFormatter FIELD = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE, d MMMM", Locale.ENGLISH);

  /** A day with its events. */
  record Day(String name, List<EventRow> events) {}

  static EventRow of(GoogleCalendar calendar, CalendarEvent event) {
    TimeSpan span = event.span();
    ZonedDateTime start = span.start().atZone(span.zone());
    ZonedDateTime end = span.end().atZone(span.zone());
    String series = event.instanceOf() instanceof InstanceOf of ? of.series() : "";
    return new EventRow(
        event.id(),
        calendar.id(),
        calendar.primary() ? "" : calendar.name(),
        span.start(),
        start.toLocalDate(),
        span.allDay() ? "all day" : TIME.format(start) + "–" + TIME.format(end),
        event.summary(),
        event.location(),
        span.allDay() ? start.toLocalDate().toString() : FIELD.format(start),
        span.allDay() ? end.toLocalDate().toString() : FIELD.format(end),
        series,
        !series.isEmpty(),
        span.allDay(),
        event.free(),
        !calendar.role().equals("reader"));
  }

  static List<Day> days(List<EventRow> inOrder) {
    Map<LocalDate, List<EventRow>> byDay = new LinkedHashMap<>();
    inOrder.forEach(row -> byDay.computeIfAbsent(row.day(), day -> new ArrayList<>()).add(row));
    return byDay.entrySet().stream()
        .map(day -> new Day(DAY.format(day.getKey()), day.getValue()))
        .toList();
  }
}
