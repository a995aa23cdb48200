package dev.lifeos.finance.calendar;

import dev.lifeos.starter.error.ErrorCode;
import dev.lifeos.starter.error.Fault;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Spans of the calendar, and how many of them are asked for by default. */
public enum CalendarBucket {
  /** A day. */
  DAY(ChronoUnit.DAYS, 30),
  /** A week, Monday to Sunday (ISO 8601). */
  WEEK(ChronoUnit.WEEKS, 12),
  /** A month of the calendar. */
  MONTH(ChronoUnit.MONTHS, 12);

  private static final int MAX = 400;

  private final ChronoUnit unit;
  private final int usual;

  CalendarBucket(ChronoUnit unit, int usual) {
    this.unit = unit;
    this.usual = usual;
  }

  /** The range that was asked for, or as many buckets up to {@code to} as are usual. */
  public DateSpan range(@Nullable LocalDate from, LocalDate to) {
    return DateSpan.asked(from == null ? start(to).minus(usual - 1, unit) : from, to);
  }

  /**
   * Cuts a range into whole buckets.
   *
   * @throws Fault {@code BAD_USER_INPUT} where there would be too many
   */
  public List<DateSpan> cut(DateSpan range) {
    var spans = new ArrayList<DateSpan>();
    for (var start = start(range.start()); !start.isAfter(range.end()); start = next(start)) {
      if (spans.size() == MAX) {
        throw new Fault(
            ErrorCode.BAD_USER_INPUT,
            "The range has more than %d buckets: ask for a shorter one or larger buckets."
                .formatted(MAX));
      }
      spans.add(new DateSpan(start, next(start).minusDays(1)));
    }
    return List.copyOf(spans);
  }

  private LocalDate start(LocalDate day) {
    return switch (this) {
      case DAY -> day;
      case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case MONTH -> day.withDayOfMonth(1);
    };
  }

  private LocalDate next(LocalDate start) {
    return start.plus(1, unit);
  }
}
