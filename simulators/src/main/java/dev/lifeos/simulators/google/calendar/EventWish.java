package dev.lifeos.simulators.google.calendar;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an event shall be.
 *
 * @param start a date for whole days, else a time with an offset or in the calendar's zone
 * @param end likewise; a date is the first day after it
 * @param weekly whether it comes every week
 * @param free whether one can be met all the same
 */
record EventWish(
    @Nullable String summary,
    @Nullable String location,
    @Nullable String start,
    @Nullable String end,
    @Nullable Boolean weekly,
    @Nullable Boolean free) {

  boolean timed() {
    return start != null && end != null;
  }

  String summaryOr(String otherwise) {
    return summary == null || summary.isBlank() ? otherwise : summary.strip();
  }

  String locationOr(String otherwise) {
    return location == null ? otherwise : location.strip();
  }

  boolean isFree(boolean otherwise) {
    return free == null ? otherwise : free;
  }

  Set<DayOfWeek> days() {
    return Boolean.TRUE.equals(weekly) && start != null
        ? Set.of(LocalDate.parse(start.substring(0, 10)).getDayOfWeek())
        : Set.of();
  }

  TimeSpan span(ZoneId zone) {
    if (start == null || end == null) {
      throw CalendarError.required("start");
    }
    try {
      TimeSpan span =
          new TimeSpan(moment(start, zone), moment(end, zone), zone, start.length() == 10);
      if (!span.start().isBefore(span.end())) {
        throw new CalendarError(
            400, "calendar", "timeRangeEmpty", "The specified time range is empty.");
      }
      return span;
    } catch (DateTimeException e) {
      throw new CalendarError(400, "global", "invalid", "Invalid start or end time.");
    }
  }

  private static Instant moment(String text, ZoneId zone) {
    if (text.length() == 10) {
      return LocalDate.parse(text).atStartOfDay(zone).toInstant();
    }
    return text.matches(".*(Z|[+-]\\d{2}:\\d{2})")
        ? OffsetDateTime.parse(text).toInstant()
        : LocalDateTime.parse(text).atZone(zone).toInstant();
  }
}
