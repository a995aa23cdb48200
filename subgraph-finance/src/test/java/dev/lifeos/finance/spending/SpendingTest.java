package dev.lifeos.finance.spending;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeos.finance.FinanceTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpendingTest extends FinanceTest {

  private String giro;
  private String yen;

  @BeforeEach
  void openAccounts() {
    giro = open(ann, "CHECKING", "EUR", "0");
    yen = open(ann, "CASH", "JPY", "0");
  }

  /** Each group as its key, total, currency and count. */
  private List<String> spending(String arguments) {
    return spending("Europe/Berlin", arguments);
  }

  private List<String> spending(String zone, String arguments) {
    var field =
        """
        spending%s { category { code } merchantName month total { amount currency } transactionCount }
        """
            .formatted(arguments.isEmpty() ? "" : "(" + arguments + ")");
    var groups = new ArrayList<String>();
    for (var group : list(user(ann, zone, field).ok().at("_entities.0.spending"))) {
      var key =
          group.path("category").isNull()
              ? group.path("month").asString(group.path("merchantName").asString("none"))
              : group.at("/category/code").asString();
      groups.add(
          "%s %s %s %d"
              .formatted(
                  key,
                  group.at("/total/amount").asString(),
                  group.at("/total/currency").asString(),
                  group.path("transactionCount").asInt()));
    }
    return groups;
  }

  private Map<String, Object> at(String merchant, Object amount, String date) {
    return with(transaction(giro, amount, date, "SHOPPING"), "merchantName", merchant);
  }

  @Test
  void itIsDrawnTogetherByCategoryTheLargestFirst() {
    record(
        ann,
        List.of(
            transaction(giro, "-0.10", "2026-03-01", "GROCERIES"),
            transaction(giro, "-0.20", "2026-03-31", "GROCERIES"),
            transaction(giro, "-800", "2026-03-01", "RENT_AND_MORTGAGE"),
            transaction(giro, "-9", "2026-02-28", "GROCERIES"),
            transaction(giro, "-9", "2026-04-01", "GROCERIES")));

    assertThat(spending("from: \"2026-03-01\", to: \"2026-03-31\""))
        .containsExactly("RENT_AND_MORTGAGE 800.00 EUR 1", "GROCERIES 0.30 EUR 2");
  }

  @Test
  void whatCountsIsSpendingLessRefundsAndNothingElse() {
    var pending = with(transaction(giro, "-70", "2026-03-01", "DINING"), "status", "PENDING");
    record(
        ann,
        List.of(
            transaction(giro, "-50", "2026-03-01", "SHOPPING"),
            transaction(giro, "20", "2026-03-05", "SHOPPING"),
            transaction(giro, "15", "2026-03-05", "TRAVEL"),
            transaction(giro, "-6", "2026-03-05"),
            transaction(giro, "5", "2026-03-05"),
            transaction(giro, "3000", "2026-03-01", "INCOME"),
            transaction(giro, "-40", "2026-03-01", "INCOME"),
            transaction(giro, "-500", "2026-03-01", "TRANSFER"),
            transaction(giro, "-500", "2026-03-01", "REVALUATION"),
            pending));

    assertThat(spending(""))
        .containsExactly("SHOPPING 30.00 EUR 2", "UNCATEGORIZED 6.00 EUR 1", "TRAVEL -15.00 EUR 1");
  }

  @Test
  void currenciesAreKeptApart() {
    record(
        ann,
        List.of(
            transaction(giro, "-10", "2026-03-01", "DINING"),
            transaction(yen, "-1000", "2026-03-01", "DINING"),
            transaction(yen, "-3000", "2026-03-01", "TRAVEL")));

    assertThat(spending(""))
        .containsExactly("DINING 10.00 EUR 1", "TRAVEL 3000 JPY 1", "DINING 1000 JPY 1");
    assertThat(spending("first: 1")).containsExactly("DINING 10.00 EUR 1", "TRAVEL 3000 JPY 1");
  }

  @Test
  void itIsDrawnTogetherByMerchant() {
    record(
        ann,
        List.of(
            at("Rewe", "-10", "2026-03-01"),
            at("Rewe", "-5", "2026-03-02"),
            at("Aldi", "-20", "2026-03-02"),
            at(" ", "-1", "2026-03-02"),
            transaction(giro, "-2", "2026-03-03", "FEES")));

    assertThat(spending("groupBy: MERCHANT"))
        .containsExactly("Aldi 20.00 EUR 1", "Rewe 15.00 EUR 2", "none 3.00 EUR 2");
    assertThat(spending("groupBy: MERCHANT, first: 2"))
        .containsExactly("Aldi 20.00 EUR 1", "Rewe 15.00 EUR 2");
  }

  @Test
  void itIsDrawnTogetherByMonthInTheirOrder() {
    record(
        ann,
        List.of(
            transaction(giro, "-1", "2025-03-31", "FEES"),
            transaction(giro, "-2", "2025-04-01", "FEES"),
            transaction(giro, "-4", "2026-01-31", "FEES"),
            transaction(giro, "-8", "2026-02-01", "FEES"),
            transaction(giro, "-7", "2026-01-01", "FEES")));

    assertThat(spending("groupBy: MONTH"))
        .containsExactly(
            "2025-04-01 2.00 EUR 1", "2026-01-01 11.00 EUR 2", "2026-02-01 8.00 EUR 1");
    assertThat(spending("groupBy: MONTH, first: 1")).containsExactly("2026-01-01 11.00 EUR 2");
  }

  @ParameterizedTest
  @CsvSource({
    "Pacific/Kiritimati, FEES 4.00 EUR 1",
    "Europe/Berlin, FEES 3.00 EUR 2",
    "Pacific/Pago_Pago, FEES 1.00 EUR 1"
  })
  void thisMonthIsThatOfThePersonsOwnZone(String zone, String expected) {
    record(
        ann,
        List.of(
            transaction(giro, "-1", "2026-03-30", "FEES"),
            transaction(giro, "-2", "2026-03-31", "FEES"),
            transaction(giro, "-4", "2026-04-01", "FEES")));

    assertThat(spending(zone, "")).containsExactly(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "first: 0",
        "first: 101",
        "from: \"2026-03-02\", to: \"2026-03-01\"",
        "from: \"2026-05-01\"",
        "from: \"1899-12-31\", to: \"1900-01-02\"",
        "from: \"2199-01-01\", to: \"2200-01-01\"",
        "from: \"2021-03-01\", to: \"2026-03-02\"",
        "groupBy: MOOD",
        "to: \"0001-01-01\""
      })
  void badArgumentsAreRefused(String arguments) {
    var field = "spending(%s) { transactionCount }".formatted(arguments);

    assertThat(user(ann, "UTC", field).firstErrorCode()).isEqualTo("BAD_USER_INPUT");
  }

  @Test
  void aPersonWithoutSpendingHasAnEmptyList() {
    assertThat(of(bob, "spending { transactionCount }").path("spending")).isEmpty();
  }
}
