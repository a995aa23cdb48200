package dev.lifeos.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LearningYearTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Instant NOW = Instant.parse("2026-03-10T18:00:00Z");
  private static final LearningYear YEAR = new LearningYear(7, BERLIN);
  private static final List<LocalDate> DAYS =
      YEAR.evenings(NOW).stream()
          .map(evening -> LocalDate.ofInstant(evening.startedAt(), BERLIN))
          .toList();

  @Test
  void someEveningsOfTheYearAreSpentLearning() {
    assertThat(DAYS).hasSizeBetween(100, 180).doesNotHaveDuplicates().isSorted();
    assertThat(YEAR.evenings(NOW)).isEqualTo(YEAR.evenings(NOW));
  }

  @Test
  void theLastTwoWeeksHaveNoGap() {
    LocalDate yesterday = LocalDate.of(2026, 3, 9);

    assertThat(DAYS)
        .containsAll(yesterday.minusDays(12).datesUntil(yesterday.plusDays(1)).toList());
  }

  @Test
  void nothingLiesInTheFutureOrMoreThanAYearAgo() {
    Instant yearAgo = LocalDate.of(2025, 3, 11).atStartOfDay(BERLIN).toInstant();

    assertThat(YEAR.evenings(NOW))
        .allMatch(evening -> evening.startedAt().isAfter(yearAgo))
        .allMatch(evening -> evening.startedAt().plusSeconds(evening.seconds()).isBefore(NOW));
    assertThat(IntStream.range(0, 40).mapToObj(i -> YEAR.lesson(i, 40, NOW)).toList())
        .isSorted()
        .allMatch(when -> when.isAfter(yearAgo) && when.isBefore(NOW));
  }
}
