package dev.lifeos.starter.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The one rule by which instants fall on days: midnight to midnight in the given zone. */
public final class Days {

  private Days() {}

  /** The day on which an instant falls. */
  public static LocalDate of(Instant instant, ZoneId zone) {
    return LocalDate.ofInstant(instant, zone);
  }

  /** A day's span: 23, 24 or 25 hours, and none of it where a zone skipped the whole day. */
  public static TimeSpan span(LocalDate day, ZoneId zone) {
    return new TimeSpan(
        day.atStartOfDay(zone).toInstant(), day.plusDays(1).atStartOfDay(zone).toInstant());
  }
}
