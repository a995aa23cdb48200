package dev.lifeos.finance.cashflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeos.finance.FinanceTest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class CashFlowTest extends FinanceTest {

  private String giro;
  private String yen;

  @BeforeEach
  void openAccounts() {
    giro = open(ann, "CHECKING", "EUR", "1000");
    yen = open(ann, "CASH", "JPY", "0");
  }

  private List<JsonNode> flow(String zone, String arguments) {
    var field =
        """
        cashFlow%s { start end amounts {
          currency income { amount currency } expenses { amount } net { amount } } }
        """
            .formatted(arguments.isEmpty() ? "" : "(" + arguments + ")");
    return list(user(ann, zone, field).ok().at("_entities.0.cashFlow"));
  }

  /** Each point as its days and amounts. */
  private List<String> points(String arguments) {
    return flow("Europe/Berlin", arguments).stream().map(CashFlowTest::text).toList();
  }

  private static String text(JsonNode point) {
    var parts = new ArrayList<String>();
    parts.add(point.path("start").asString() + ".." + point.path("end").asString());
    for (var amount : point.path("amounts")) {
      parts.add(
          "%s +%s -%s =%s"
              .formatted(
                  amount.path("currency").asString(),
                  amount.at("/income/amount").asString(),
                  amount.at("/expenses/amount").asString(),
                  amount.at("/net/amount").asString()));
    }
    return String.join(" ", parts);
  }

  @Test
  void incomeAndExpensesAreThoseOfTheKindsAndCurrenciesAreKeptApart() {
    record(
        ann,
        List.of(
            transaction(giro, "3000", "2026-01-31", "INCOME"),
            transaction(giro, "-100", "2026-01-31", "INCOME"),
            transaction(giro, "-0.10", "2026-01-01", "GROCERIES"),
            transaction(giro, "-0.20", "2026-01-02", "GROCERIES"),
            transaction(giro, "40", "2026-03-02", "SHOPPING"),
            transaction(giro, "7", "2026-03-02"),
            transaction(giro, "-5", "2026-03-02"),
            transaction(yen, "-500", "2026-03-31", "DINING"),
            transaction(giro, "-500", "2026-03-01", "TRANSFER"),
            transaction(yen, "90000", "2026-03-01", "REVALUATION"),
            with(transaction(giro, "-70", "2026-03-01", "DINING"), "status", "PENDING"),
            transaction(giro, "-1", "2025-12-31", "FEES"),
            transaction(giro, "-1", "2026-04-01", "FEES")));

    assertThat(points("from: \"2026-01-15\", to: \"2026-03-02\""))
        .containsExactly(
            "2026-01-01..2026-01-31 EUR +2900.00 -0.30 =2899.70 JPY +0 -0 =0",
            "2026-02-01..2026-02-28 EUR +0.00 -0.00 =0.00 JPY +0 -0 =0",
            "2026-03-01..2026-03-31 EUR +7.00 --35.00 =42.00 JPY +0 -500 =-500");
  }

  @Test
  void weeksBeginOnMondayAndDaysAreDays() {
    record(
        ann,
        List.of(
            transaction(giro, "-1", "2026-03-01", "FEES"),
            transaction(giro, "-2", "2026-03-02", "FEES"),
            transaction(giro, "-4", "2026-03-08", "FEES"),
            transaction(giro, "-8", "2026-03-09", "FEES")));

    assertThat(points("from: \"2026-03-03\", to: \"2026-03-09\", bucket: WEEK"))
        .containsExactly(
            "2026-03-02..2026-03-08 EUR +0.00 -6.00 =-6.00",
            "2026-03-09..2026-03-15 EUR +0.00 -8.00 =-8.00");
    assertThat(points("from: \"2026-03-01\", to: \"2026-03-02\", bucket: DAY"))
        .containsExactly(
            "2026-03-01..2026-03-01 EUR +0.00 -1.00 =-1.00",
            "2026-03-02..2026-03-02 EUR +0.00 -2.00 =-2.00");
  }

  @Test
  void theExpensesOfARangeAreItsSpending() {
    record(
        ann,
        List.of(
            transaction(giro, "-12.34", "2026-02-03", "DINING"),
            transaction(giro, "2.34", "2026-02-04", "DINING"),
            transaction(giro, "-5", "2026-02-05"),
            transaction(giro, "5", "2026-02-05"),
            transaction(giro, "-99", "2026-02-05", "TRANSFER")));
    var range = "from: \"2026-02-01\", to: \"2026-02-28\"";

    var spent =
        texts(
                of(ann, "spending(" + range + ") { total { amount } }").path("spending"),
                "/total/amount")
            .stream()
            .map(BigDecimal::new)
            .reduce(BigDecimal.ZERO, BigDecimal::add);

    assertThat(flow("UTC", range).getFirst().at("/amounts/0/expenses/amount").asString())
        .isEqualTo(spent.toString())
        .isEqualTo("15.00");
  }

  @ParameterizedTest
  @CsvSource({
    "Pacific/Kiritimati, MONTH, 12, 2025-05-01, 2026-04-30",
    "Europe/Berlin,      MONTH, 12, 2025-04-01, 2026-03-31",
    "Pacific/Kiritimati, DAY,   30, 2026-03-03, 2026-04-01",
    "America/New_York,   DAY,   30, 2026-03-02, 2026-03-31",
    "Pacific/Pago_Pago,  DAY,   30, 2026-03-01, 2026-03-30",
    "Pacific/Pago_Pago,  WEEK,  12, 2026-01-12, 2026-04-05"
  })
  void byDefaultItEndsTodayInThePersonsOwnZone(
      String zone, String bucket, int count, String start, String end) {
    var points = flow(zone, "bucket: " + bucket);

    assertThat(points).hasSize(count);
    assertThat(points.getFirst().path("start").asString()).isEqualTo(start);
    assertThat(points.getLast().path("end").asString()).isEqualTo(end);
    assertThat(points).allSatisfy(point -> assertThat(point.path("amounts")).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "from: \"2026-03-02\", to: \"2026-03-01\"",
        "from: \"2021-03-01\", to: \"2026-03-02\"",
        "from: \"2025-01-01\", to: \"2026-02-05\", bucket: DAY",
        "from: \"1899-12-31\", to: \"1900-01-02\"",
        "to: \"0001-01-01\"",
        "bucket: HOUR"
      })
  void badArgumentsAreRefused(String arguments) {
    for (var field : List.of("cashFlow(%s) { start }", "netWorth(%s) { date }")) {
      assertThat(user(ann, "UTC", field.formatted(arguments)).firstErrorCode())
          .isEqualTo("BAD_USER_INPUT");
    }
  }

  @Test
  void fourHundredBucketsAreAllowed() {
    assertThat(flow("UTC", "from: \"2025-01-01\", to: \"2026-02-04\", bucket: DAY")).hasSize(400);
  }
}
