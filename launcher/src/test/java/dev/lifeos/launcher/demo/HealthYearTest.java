package dev.lifeos.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HealthYearTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Instant NOW = Instant.parse("2026-03-10T18:00:00Z");
  private static final LocalDate FIRST = LocalDate.of(2025, 3, 10);
  private static final List<Reading> YEAR = new HealthYear(7, BERLIN).since(FIRST, NOW);

  @Test
  void theSameSeedMakesTheSameYear() {
    assertThat(new HealthYear(7, BERLIN).since(FIRST, NOW)).isEqualTo(YEAR);
    assertThat(new HealthYear(8, BERLIN).since(FIRST, NOW)).isNotEqualTo(YEAR);
  }

  @Test
  void aYearContinuedLaterHasTheSameDays() {
    LocalDate later = FIRST.plusDays(200);
    Instant start = later.minusDays(1).atStartOfDay(BERLIN).toInstant();

    assertThat(YEAR).containsAll(new HealthYear(7, BERLIN).since(later, NOW));
    assertThat(new HealthYear(7, BERLIN).since(later, NOW))
        .allMatch(reading -> reading.recordedAt().isAfter(start));
  }

  @Test
  void itIsAFewThousandReadings() {
    assertThat(YEAR.size()).isBetween(2500, 5000);
  }

  @Test
  void nothingIsKnownBeforeItHappens() {
    assertThat(YEAR).noneMatch(reading -> reading.knownAt().isAfter(NOW));
  }

  @Test
  void noReadingStandsTwice() {
    Set<List<Object>> seen = new HashSet<>();

    assertThat(YEAR)
        .allMatch(
            reading -> seen.add(List.of(reading.type(), reading.source(), reading.recordedAt())));
  }

  @ParameterizedTest
  @CsvSource({
    "STEPS, 1000, 30000",
    "RESTING_HEART_RATE, 48, 76",
    "HEART_RATE_VARIABILITY, 10, 75",
    "SLEEP_DURATION, 240, 660",
    "HEART_RATE, 70, 185",
    "WEIGHT, 72, 84",
    "BODY_FAT, 15, 27",
    "MOOD, 1, 10",
    "BLOOD_PRESSURE_SYSTOLIC, 100, 140",
    "BLOOD_PRESSURE_DIASTOLIC, 60, 95",
    "DISTANCE, 700, 25000",
    "ACTIVE_ENERGY, 40, 2500"
  })
  void valuesAreBelievable(String type, double low, double high) {
    List<Double> values =
        YEAR.stream()
            .filter(reading -> reading.type().equals(type))
            .map(reading -> Double.valueOf(reading.value()))
            .toList();

    assertThat(values).isNotEmpty().allMatch(value -> value >= low && value <= high);
    assertThat(new HashSet<>(values)).hasSizeGreaterThan(3);
  }

  @Test
  void oneWalksMoreInSummerThanInWinter() {
    assertThat(meanSteps(6, 7, 8)).isGreaterThan(meanSteps(12, 1, 2) * 1.1);
  }

  private static double meanSteps(Integer... months) {
    return YEAR.stream()
        .filter(reading -> reading.type().equals("STEPS"))
        .filter(reading ->
            List.of(months)
                .contains(LocalDate.ofInstant(reading.recordedAt(), BERLIN).getMonthValue()))
        .mapToDouble(reading -> Double.parseDouble(reading.value()))
        .average()
        .orElseThrow();
  }
}
