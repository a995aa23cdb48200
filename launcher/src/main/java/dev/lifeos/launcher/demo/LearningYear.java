package dev.lifeos.launcher.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * When the demo person learns: two or three evenings a week, and every evening of the last two
 * weeks.
 *
 * @param seed what chance is drawn from
 * @param zone where the person lives
 */
record LearningYear(long seed, ZoneId zone) {
  private static final int DAYS = 350;
  private static final int STREAK_DAYS = 14;

  /**
   * An evening of learning.
   *
   * @param startedAt when it began
   * @param seconds how long it was
   */
  record Evening(Instant startedAt, int seconds) {}

  /** The evenings up to now, oldest first. */
  List<Evening> evenings(Instant now) {
    LocalDate today = LocalDate.ofInstant(now, zone);
    return today
        .minusDays(DAYS)
        .datesUntil(today.plusDays(1))
        .flatMap(day -> evening(day, day.isAfter(today.minusDays(STREAK_DAYS))).stream())
        .filter(evening -> evening.startedAt().plusSeconds(evening.seconds()).isBefore(now))
        .toList();
  }

  /**
   * When the n-th of so many lessons was completed: spread over the year, the last one yesterday.
   */
  Instant lesson(int number, int count, Instant now) {
    long daysAgo = Math.round((count - 1.0 - number) * (DAYS - 30) / Math.max(1, count));
    return LocalDate.ofInstant(now, zone)
        .minusDays(1 + daysAgo)
        .atTime(20, 50)
        .atZone(zone)
        .toInstant();
  }

  private Optional<Evening> evening(LocalDate day, boolean streak) {
    Dice dice = Dice.of(seed, day, "evening");
    if (!dice.happens(0.36) && !streak) {
      return Optional.empty();
    }
    Dice length = Dice.of(seed, day, "length");
    LocalTime start = LocalTime.of(19, 30).plusMinutes(length.between(0, 50));
    Duration duration = Duration.ofMinutes(length.between(18, 48));
    return Optional.of(
        new Evening(day.atTime(start).atZone(zone).toInstant(), (int) duration.toSeconds()));
  }
}
