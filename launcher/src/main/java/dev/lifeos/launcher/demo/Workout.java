package dev.lifeos.launcher.demo;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a day's training is: a run on Tuesday, strength on Thursday, a long run on Saturday, and now
 * and then none.
 *
 * @param start the minute of the day at which it begins
 * @param minutes how long it lasts
 * @param pulse the heart rate it settles at
 * @param steps what it adds to the day's steps
 * @param energy what it adds to the day's active energy, in kcal
 */
record Workout(int start, int minutes, int pulse, int steps, int energy) {
  static final Workout NONE = new Workout(0, 0, 0, 0, 0);

  private static final int BETWEEN_READINGS = 5;

  static Workout of(LocalDate day, Dice dice) {
    if (dice.happens(0.15)) {
      return NONE;
    }
    return switch (day.getDayOfWeek()) {
      case TUESDAY -> new Workout(18 * 60 + dice.between(0, 40), 40, 148, 5200, 410);
      case THURSDAY -> new Workout(18 * 60 + dice.between(0, 30), 50, 121, 900, 290);
      case SATURDAY -> new Workout(9 * 60 + dice.between(0, 60), 70, 142, 9300, 720);
      case MONDAY, WEDNESDAY, FRIDAY, SUNDAY -> NONE;
    };
  }

  /**
   * A reading every five minutes: rising at first, steady, falling at the end; by minute of the
   * day.
   */
  Map<Integer, Double> heartRates(Dice dice) {
    Map<Integer, Double> rates = new LinkedHashMap<>();
    for (int minute = 0; minute < minutes; minute += BETWEEN_READINGS) {
      double warm = Math.min(1, (minute + 5) / 15.0);
      double tired = minute > minutes - 10 ? 0.9 : 1;
      double rate = (85 + (pulse - 85) * warm) * tired + dice.around(4);
      rates.put(start + minute, rate);
    }
    return rates;
  }
}
