package dev.lifeos.finance.calendar;

import dev.lifeos.starter.error.ErrorCode;
import dev.lifeos.starter.error.Fault;
import java.time.LocalDate;

/**
 * A span of days.
 *
 * @param start its first day
 * @param end its last day
 */
public record DateSpan(LocalDate start, LocalDate end) {

  private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);
  private static final int MAX_YEARS = 5;

  /**
   * A range that a client asked for.
   *
   * @throws Fault {@code BAD_USER_INPUT} where it is empty, too long or out of bounds
   */
  public static DateSpan asked(LocalDate from, LocalDate to) {
    if (from.isAfter(to)) {
      throw bad("`to` must not be before `from`.");
    }
    if (from.isBefore(Dates.EARLIEST) || to.isAfter(LATEST)) {
      throw bad("The range must lie between 1900 and 2200.");
    }
    if (from.plusYears(MAX_YEARS).isBefore(to)) {
      throw bad("The range may be five years at most.");
    }
    return new DateSpan(from, to);
  }

  private static Fault bad(String message) {
    return new Fault(ErrorCode.BAD_USER_INPUT, message);
  }
}
