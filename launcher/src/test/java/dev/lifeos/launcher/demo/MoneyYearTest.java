package dev.lifeos.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MoneyYearTest {
  private static final LocalDate FIRST = LocalDate.of(2025, 3, 10);
  private static final LocalDate LAST = LocalDate.of(2026, 3, 9);
  private static final List<Movement> YEAR = new MoneyYear(7).of(FIRST, LAST);

  @Test
  void theSameSeedMakesTheSameYear() {
    assertThat(new MoneyYear(7).of(FIRST, LAST)).isEqualTo(YEAR);
    assertThat(new MoneyYear(8).of(FIRST, LAST)).isNotEqualTo(YEAR);
  }

  @Test
  void aYearContinuedLaterHasTheSameDays() {
    assertThat(YEAR)
        .endsWith(new MoneyYear(7).of(LAST.minusDays(30), LAST).toArray(Movement[]::new));
  }

  @Test
  void itIsAboutSixHundredMovements() {
    assertThat(YEAR.size()).isBetween(480, 720);
  }

  @Test
  void amountsAreInCentsAndNeverNothing() {
    assertThat(YEAR)
        .allMatch(movement -> movement.amount().scale() == 2)
        .noneMatch(movement -> movement.amount().signum() == 0);
  }

  @Test
  void thereIsOneSalaryAndOneRentEachMonth() {
    assertThat(monthsOf("Salary")).hasSize(12).doesNotHaveDuplicates();
    assertThat(monthsOf("Rent")).hasSize(12).doesNotHaveDuplicates();
  }

  @Test
  void whatMovesBetweenTheAccountsAddsUpToNothing() {
    BigDecimal sum =
        YEAR.stream()
            .filter(movement -> movement.purpose() == Purpose.TRANSFER)
            .map(Movement::amount)
            .reduce(BigDecimal.ZERO, BigDecimal::add);

    assertThat(sum).isEqualByComparingTo("0");
  }

  @Test
  void nobodyLivesBeyondTheirMeansForAYear() {
    var balances =
        YEAR.stream()
            .collect(
                Collectors.groupingBy(
                    Movement::purse,
                    Collectors.reducing(BigDecimal.ZERO, Movement::amount, BigDecimal::add)));

    assertThat(Purse.CHECKING.opening().add(balances.get(Purse.CHECKING)))
        .isBetween(new BigDecimal("0"), new BigDecimal("12000"));
    assertThat(Purse.CARD.opening().add(balances.get(Purse.CARD)))
        .isBetween(new BigDecimal("-2500"), BigDecimal.ZERO);
    assertThat(balances.get(Purse.SAVINGS)).isEqualByComparingTo("4800");
  }

  private static List<YearMonth> monthsOf(String description) {
    return YEAR.stream()
        .filter(movement -> movement.description().equals(description))
        .map(movement -> YearMonth.from(movement.date()))
        .toList();
  }
}
