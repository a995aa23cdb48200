package dev.lifeos.finance.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.stereotype.Component;

/** Which days are accepted for what has taken place. */
@Component
public class Dates {

  /** The first day that is accepted. */
  public static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

  // Where days begin first: the person's own zone does not come with a mutation.
  private static final ZoneOffset EASTERNMOST = ZoneOffset.ofHours(14);

  private final Clock clock;

  Dates(Clock clock) {
    this.clock = clock;
  }

  /** Whether something can have taken place on that day. */
  public boolean isPast(LocalDate day) {
    var today = LocalDate.ofInstant(clock.instant(), EASTERNMOST);
    return !day.isBefore(EARLIEST) && !day.isAfter(today);
  }
}
