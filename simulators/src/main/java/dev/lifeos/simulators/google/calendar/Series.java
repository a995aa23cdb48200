package dev.lifeos.simulators.google.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The times of a series that goes on every week. */
final class Series {
  private static final DateTimeFormatter IN_IDS =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private Series() {}

  /** Those that lie at least partly between two moments, in order. */
  static List<CalendarEvent> times(CalendarEvent series, Instant from, Instant to) {
    TimeSpan first = series.span();
    ZoneId zone = first.zone();
    LocalDate begin = first.start().atZone(zone).toLocalDate();
    LocalDate earliest = from.atZone(zone).toLocalDate().minusDays(1);
    LocalDate start = begin.isAfter(earliest) ? begin : earliest;
    LocalDate end = to.atZone(zone).toLocalDate().plusDays(1);
    if (!start.isBefore(end)) {
      return List.of();
    }
    LocalTime time = first.start().atZone(zone).toLocalTime();
    return start
        .datesUntil(end)
        .filter(day -> series.weekly().contains(day.getDayOfWeek()))
        .map(day -> time(series, day.atTime(time).atZone(zone).toInstant()))
        .filter(each -> each.span().touches(from, to))
        .toList();
  }

  /** As Google names one time of a series. */
  static String id(String series, Instant start) {
    return series + "_" + IN_IDS.format(start);
  }

  static String rule(Set<DayOfWeek> days) {
    String names =
        days.stream()
            .sorted()
            .map(day -> day.name().substring(0, 2))
            .collect(Collectors.joining(","));
    return "RRULE:FREQ=WEEKLY;BYDAY=" + names;
  }

  private static CalendarEvent time(CalendarEvent series, Instant start) {
    return new CalendarEvent(
        id(series.id(), start),
        series.summary(),
        series.description(),
        series.location(),
        series.span().at(start),
        Set.of(),
        series.free(),
        series.cancelled(),
        series.revision(),
        series.created(),
        series.updated(),
        new InstanceOf(series.id(), start));
  }
}
