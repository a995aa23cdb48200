package dev.lifeos.launcher.demo;

import java.time.LocalDate;
import java.util.List;

/** The movements of a span of days, oldest first. */
record MoneyYear(long seed) {
  /** All movements from the first day up to the last one, both included. */
  List<Movement> of(LocalDate first, LocalDate last) {
    return first
        .datesUntil(last.plusDays(1))
        .flatMap(day -> MoneyDay.of(seed, day).stream())
        .toList();
  }
}
