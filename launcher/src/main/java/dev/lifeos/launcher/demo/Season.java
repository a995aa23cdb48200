package dev.lifeos.launcher.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** What the calendar does to a life. */
final class Season {
  private static final int MIDSUMMER = 196;

  private Season() {}

  /** 1 in the middle of summer, -1 in the middle of winter. */
  static double of(LocalDate day) {
    return Math.cos(2 * Math.PI * (day.getDayOfYear() - MIDSUMMER) / 365.0);
  }

  static boolean weekend(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }

  /** A cold takes Tuesday to Thursday of some weeks. */
  static boolean ill(long seed, LocalDate day) {
    DayOfWeek weekday = day.getDayOfWeek();
    boolean midweek =
        weekday.compareTo(DayOfWeek.TUESDAY) >= 0 && weekday.compareTo(DayOfWeek.THURSDAY) <= 0;
    LocalDate monday = day.minusDays(weekday.getValue() - 1L);
    return midweek && Dice.of(seed, monday, "cold").happens(0.06);
  }
}
