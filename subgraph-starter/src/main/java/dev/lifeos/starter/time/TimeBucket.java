package dev.lifeos.starter.time;

import dev.lifeos.starter.error.ErrorCode;
import dev.lifeos.starter.error.Fault;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/** The spans that time is cut into, in a person's own zone. */
public enum TimeBucket {
  /** An hour. */
  HOUR,
  /** A day of the calendar. */
  DAY,
  /** A week, Monday to Sunday (ISO 8601). */
  WEEK,
  /** A month of the calendar. */
  MONTH;

  /**
   * Cuts [from, to) into whole buckets: the first one contains {@code from}, the last one the
   * instant before {@code to}.
   *
   * @param max the most buckets that are allowed
   * @throws Fault {@code BAD_USER_INPUT} when {@code to} is not after {@code from}, or there would
   *     be more than {@code max}
   */
  public List<TimeSpan> cut(Instant from, Instant to, ZoneId zone, int max) {
    if (!to.isAfter(from)) {
      throw new Fault(ErrorCode.BAD_USER_INPUT, "`to` must be after `from`.");
    }
    var spans = new ArrayList<TimeSpan>();
    var start = start(from, zone);
    while (start.isBefore(to)) {
      if (spans.size() == max) {
        throw new Fault(
            ErrorCode.BAD_USER_INPUT,
            "The range has more than "
                + max
                + " buckets: ask for a shorter one or larger buckets.");
      }
      var end = next(start, zone);
      spans.add(new TimeSpan(start, end));
      start = end;
    }
    return List.copyOf(spans);
  }

  private Instant start(Instant instant, ZoneId zone) {
    if (this == HOUR) {
      return startOfHour(instant, zone);
    }
    return firstDay(LocalDate.ofInstant(instant, zone)).atStartOfDay(zone).toInstant();
  }

  private LocalDate firstDay(LocalDate day) {
    return switch (this) {
      case HOUR, DAY -> day;
      case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case MONTH -> day.withDayOfMonth(1);
    };
  }

  private Instant next(Instant start, ZoneId zone) {
    if (this == HOUR) {
      return startOfHour(start.plus(1, ChronoUnit.HOURS), zone);
    }
    var day = LocalDate.ofInstant(start, zone);
    var next =
        switch (this) {
          case HOUR, DAY -> day.plusDays(1);
          case WEEK -> firstDay(day).plusWeeks(1);
          case MONTH -> firstDay(day).plusMonths(1);
        };
    return next.atStartOfDay(zone).toInstant();
  }

  // Hours are cut on the instant's own offset, so that the two hours 02:00 of an autumn night stay
  // two.
  private static Instant startOfHour(Instant instant, ZoneId zone) {
    var local = ZonedDateTime.ofInstant(instant, zone);
    return local.toOffsetDateTime().truncatedTo(ChronoUnit.HOURS).toInstant();
  }
}
