package dev.lifeos.finance.networth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeos.finance.FinanceTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class NetWorthTest extends FinanceTest {

  private List<JsonNode> worth(String zone, String arguments) {
    var field =
        """
        netWorth%s { date amounts {
          currency assets { amount currency } liabilities { amount } net { amount } } }
        """
            .formatted(arguments.isEmpty() ? "" : "(" + arguments + ")");
    return list(user(ann, zone, field).ok().at("_entities.0.netWorth"));
  }

  /** Each point as its day and amounts. */
  private List<String> points(String arguments) {
    return worth("Europe/Berlin", arguments).stream().map(NetWorthTest::text).toList();
  }

  private static String text(JsonNode point) {
    var parts = new ArrayList<String>();
    parts.add(point.path("date").asString());
    for (var amount : point.path("amounts")) {
      parts.add(
          "%s %s %s =%s"
              .formatted(
                  amount.path("currency").asString(),
                  amount.at("/assets/amount").asString(),
                  amount.at("/liabilities/amount").asString(),
                  amount.at("/net/amount").asString()));
    }
    return String.join(" ", parts);
  }

  @Test
  void itIsOpeningBalancesAndWhatWasPostedUpToEachDay() {
    var giro = open(ann, "CHECKING", "EUR", "1000.10");
    var card = open(ann, "CREDIT_CARD", "EUR", "-50");
    var loan = open(ann, "LOAN", "EUR", "-10000");
    var house = open(ann, "PROPERTY", "JPY", "5000000");
    record(
        ann,
        List.of(
            transaction(giro, "-0.10", "2025-12-31"),
            transaction(giro, "500", "2026-01-01", "INCOME"),
            transaction(giro, "-200", "2026-01-31", "TRANSFER"),
            transaction(loan, "200", "2026-01-31", "TRANSFER"),
            transaction(card, "-30", "2026-02-01", "DINING"),
            transaction(house, "250000", "2026-03-10", "REVALUATION"),
            transaction(giro, "-1", "2026-03-15"),
            transaction(giro, "-2", "2026-03-16"),
            with(transaction(giro, "-400", "2026-01-01"), "status", "PENDING")));

    assertThat(points("from: \"2025-12-15\", to: \"2026-03-15\""))
        .containsExactly(
            "2025-12-31 EUR 1000.00 -10050.00 =-9050.00 JPY 5000000 0 =5000000",
            "2026-01-31 EUR 1300.00 -9850.00 =-8550.00 JPY 5000000 0 =5000000",
            "2026-02-28 EUR 1300.00 -9880.00 =-8580.00 JPY 5000000 0 =5000000",
            "2026-03-15 EUR 1299.00 -9880.00 =-8581.00 JPY 5250000 0 =5250000");
  }

  @Test
  void daysAndWeeksEndWhereTheyEnd() {
    var giro = open(ann, "CHECKING", "EUR", "0");
    record(
        ann,
        List.of(
            transaction(giro, "1", "2026-03-01"),
            transaction(giro, "2", "2026-03-02"),
            transaction(giro, "4", "2026-03-08"),
            transaction(giro, "8", "2026-03-09"),
            transaction(giro, "16", "2026-03-10")));

    assertThat(points("from: \"2026-03-01\", to: \"2026-03-09\", bucket: WEEK"))
        .containsExactly(
            "2026-03-01 EUR 1.00 0.00 =1.00",
            "2026-03-08 EUR 7.00 0.00 =7.00",
            "2026-03-09 EUR 15.00 0.00 =15.00");
    assertThat(points("from: \"2026-03-08\", to: \"2026-03-10\", bucket: DAY"))
        .containsExactly(
            "2026-03-08 EUR 7.00 0.00 =7.00",
            "2026-03-09 EUR 15.00 0.00 =15.00",
            "2026-03-10 EUR 31.00 0.00 =31.00");
  }

  @Test
  void anAccountCountsFromItsFirstDayOn() {
    var young =
        open(ann, Map.of("currency", "EUR", "openingBalance", "70", "openedOn", "2026-02-10"));
    record(ann, transaction(young, "5", "2026-02-28"));

    assertThat(points("from: \"2026-01-01\", to: \"2026-02-28\""))
        .containsExactly("2026-01-31 EUR 0.00 0.00 =0.00", "2026-02-28 EUR 75.00 0.00 =75.00");
    assertThat(points("from: \"2026-02-09\", to: \"2026-02-11\", bucket: DAY"))
        .containsExactly(
            "2026-02-09 EUR 0.00 0.00 =0.00",
            "2026-02-10 EUR 70.00 0.00 =70.00",
            "2026-02-11 EUR 70.00 0.00 =70.00");
  }

  @Test
  void aClosedAccountStaysInItsHistory() {
    var old = open(ann, "SAVINGS", "EUR", "70");
    record(ann, transaction(old, "-70", "2026-02-10", "TRANSFER"));
    done(mutate(ann, "closeAccount", "account { id }", Map.of("id", old)));

    assertThat(points("from: \"2026-01-01\", to: \"2026-02-28\""))
        .containsExactly("2026-01-31 EUR 70.00 0.00 =70.00", "2026-02-28 EUR 0.00 0.00 =0.00");
  }

  @ParameterizedTest
  @CsvSource({
    "Pacific/Kiritimati, MONTH, 12, 2025-05-31, 2026-04-01",
    "Europe/Berlin,      MONTH, 12, 2025-04-30, 2026-03-31",
    "Pacific/Pago_Pago,  MONTH, 12, 2025-04-30, 2026-03-30",
    "Pacific/Kiritimati, DAY,   30, 2026-03-03, 2026-04-01",
    "America/New_York,   DAY,   30, 2026-03-02, 2026-03-31",
    "UTC,                WEEK,  12, 2026-01-18, 2026-03-31"
  })
  void byDefaultItEndsTodayInThePersonsOwnZone(
      String zone, String bucket, int count, String first, String last) {
    var points = worth(zone, "bucket: " + bucket);

    assertThat(points).hasSize(count);
    assertThat(points.getFirst().path("date").asString()).isEqualTo(first);
    assertThat(points.getLast().path("date").asString()).isEqualTo(last);
  }

  @Test
  void itIsTheSumOfTheBalancesToday() {
    var giro = open(ann, "CHECKING", "EUR", "0.10");
    var card = open(ann, "CREDIT_CARD", "EUR", "0");
    record(
        ann,
        List.of(
            transaction(giro, "0.20", "2020-02-29"),
            transaction(card, "-7.77", "2026-03-31"),
            transaction(giro, "-0.05", "2026-03-31")));

    assertThat(points("from: \"2026-03-31\", bucket: DAY"))
        .containsExactly("2026-03-31 EUR 0.25 -7.77 =-7.52");
    assertThat(balance(ann, giro)).isEqualTo("0.25");
    assertThat(balance(ann, card)).isEqualTo("-7.77");
  }
}
