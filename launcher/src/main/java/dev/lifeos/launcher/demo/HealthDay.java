package dev.lifeos.launcher.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a watch, a scale and a person note on one day. */
final class HealthDay {
  private static final String WATCH = "WEARABLE";
  private static final String SCALE = "MEDICAL_DEVICE";

  private final long seed;
  private final LocalDate day;
  private final ZoneId zone;
  private final double season;
  private final boolean ill;
  private final List<Reading> readings = new ArrayList<>();

  private HealthDay(long seed, LocalDate day, ZoneId zone) {
    this.seed = seed;
    this.day = day;
    this.zone = zone;
    this.season = Season.of(day);
    this.ill = Season.ill(seed, day);
  }

  static List<Reading> of(long seed, LocalDate day, ZoneId zone) {
    HealthDay health = new HealthDay(seed, day, zone);
    health.night();
    health.body();
    health.movement();
    health.feelings();
    return List.copyOf(health.readings);
  }

  private void night() {
    Dice dice = dice("night");
    boolean late = Season.weekend(day);
    int minutes = (int) (422 + (late ? 44 : 0) + (ill ? 55 : 0) - 8 * season + dice.around(30));
    int wake = (late ? 8 * 60 + 5 : 6 * 60 + 40) + dice.between(-20, 20);
    Instant woke = at(wake);
    span("SLEEP_DURATION", minutes, WATCH, woke.minusSeconds(60L * minutes), woke);
    double resting = 58.5 - 2.5 * season + (late ? 1.2 : 0) + (ill ? 8 : 0) + dice.around(1.4);
    moment("RESTING_HEART_RATE", "%.0f", resting, WATCH, woke);
    double variability = 47 + 5 * season - (late ? 4 : 0) - (ill ? 14 : 0) + dice.around(5);
    moment("HEART_RATE_VARIABILITY", "%.0f", variability, WATCH, woke);
  }

  private void body() {
    Dice dice = dice("body");
    boolean weighs =
        switch (day.getDayOfWeek()) {
          case MONDAY, WEDNESDAY, SATURDAY -> dice.happens(0.88);
          case TUESDAY, THURSDAY, FRIDAY, SUNDAY -> false;
        };
    if (weighs) {
      double weight = 78.4 - 2.3 * season + dice.around(0.35);
      moment("WEIGHT", "%.1f", weight, SCALE, at(7 * 60 + 20));
      moment("BODY_FAT", "%.1f", 20.5 - 1.5 * season + dice.around(0.3), SCALE, at(7 * 60 + 20));
    }
    if (day.getDayOfMonth() == 1) {
      moment("BLOOD_PRESSURE_SYSTOLIC", "%.0f", 121 + dice.around(5), SCALE, at(7 * 60 + 25));
      moment("BLOOD_PRESSURE_DIASTOLIC", "%.0f", 78 + dice.around(4), SCALE, at(7 * 60 + 25));
    }
  }

  private void movement() {
    Dice dice = dice("movement");
    Workout workout = ill ? Workout.NONE : Workout.of(day, dice("workout"));
    double usual = Season.weekend(day) ? 9200 : 7600;
    double steps =
        Math.max(1400, (usual + 1300 * season + dice.around(1900)) * (ill ? 0.35 : 1))
            + workout.steps();
    Instant morning = at(0);
    Instant evening = day.plusDays(1).atStartOfDay(zone).toInstant();
    span("STEPS", (int) steps, WATCH, morning, evening);
    span("DISTANCE", (int) (steps * 0.74), WATCH, morning, evening);
    span("ACTIVE_ENERGY", (int) (steps * 0.043 + workout.energy()), WATCH, morning, evening);
    workout.heartRates(dice).forEach((minute, rate) -> heartRate(minute, rate));
  }

  private void heartRate(int minute, double rate) {
    moment("HEART_RATE", "%.0f", rate, WATCH, at(minute));
  }

  private void feelings() {
    Dice dice = dice("feelings");
    if (dice.happens(0.4)) {
      double mood = 6.8 + 0.6 * season + (Season.weekend(day) ? 0.5 : 0) - (ill ? 2.5 : 0);
      double shown = Math.clamp(mood + dice.around(1), 1, 10);
      moment("MOOD", "%.0f", shown, "MANUAL", at(21 * 60 + 30));
    }
  }

  private void span(String type, int value, String source, Instant from, Instant to) {
    readings.add(new Reading(type, Integer.toString(value), source, from, to));
  }

  private void moment(String type, String format, double value, String source, Instant when) {
    readings.add(new Reading(type, String.format(Locale.ROOT, format, value), source, when, null));
  }

  private Instant at(int minuteOfDay) {
    return day.atStartOfDay().plusMinutes(minuteOfDay).atZone(zone).toInstant();
  }

  private Dice dice(String purpose) {
    return Dice.of(seed, day, purpose);
  }
}
