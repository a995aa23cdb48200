package dev.lifeos.launcher.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;

/** The vitals of a span of days, oldest first. */
record HealthYear(long seed, ZoneId zone) {
  /** All that is known by now of the days from the first one on. */
  List<Reading> since(LocalDate first, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, zone);
    return first
        .datesUntil(today.plusDays(1))
        .flatMap(day -> HealthDay.of(seed, day, zone).stream())
        .filter(reading -> !reading.knownAt().isAfter(now))
        .sorted(Comparator.comparing(Reading::recordedAt).thenComparing(Reading::type))
        .toList();
  }
}
