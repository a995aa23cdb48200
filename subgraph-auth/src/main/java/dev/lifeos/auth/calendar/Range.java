package dev.lifeos.auth.calendar;

import dev.lifeos.starter.error.ErrorCode;
import dev.lifeos.starter.error.Fault;
import dev.lifeos.starter.time.Days;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * The time that is asked for.
 *
 * @param from the first instant
 * @param to the first instant after it
 * @param zone where the person's days are cut
 */
record Range(Instant from, Instant to, ZoneId zone) {

  private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

  static Range of(Instant from, Instant to, ZoneId zone, int maxDays) {
    if (!to.isAfter(from)) {
      throw refused("`to` must be after `from`.");
    }
    if (from.isBefore(EARLIEST) || to.isAfter(LATEST)) {
      throw refused("The range must be within 1900 to 2200.");
    }
    if (Duration.between(from, to).compareTo(Duration.ofDays(maxDays)) > 0) {
      throw refused("The range has more than " + maxDays + " days: ask for a shorter one.");
    }
    return new Range(from, to, zone);
  }

  LocalDate firstDay() {
    return Days.of(from, zone);
  }

  LocalDate lastDay() {
    return Days.of(to.minusNanos(1), zone);
  }

  /** The days that the range touches. */
  List<LocalDate> days() {
    return firstDay().datesUntil(lastDay().plusDays(1)).toList();
  }

  Instant startOf(LocalDate day) {
    return Days.span(day, zone).start();
  }

  private static Fault refused(String message) {
    return new Fault(ErrorCode.BAD_USER_INPUT, message);
  }
}
