package dev.lifeos.finance.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeos.finance.FinanceTest;
import dev.lifeos.starter.paging.Cursor;
import dev.lifeos.test.Tokens;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class TransactionsTest extends FinanceTest {

  private String giro;
  private String yen;

  @BeforeEach
  void recordSome() {
    giro = open(ann, "CHECKING", "EUR", "0");
    yen = open(ann, "CASH", "JPY", "0");
  }

  private List<String> amounts(String arguments) {
    var field = "transactions%s { edges { node { amount { amount } } } }";
    var page = of(ann, field.formatted(arguments.isEmpty() ? "" : "(" + arguments + ")"));
    return texts(nodes(page.path("transactions")), "/amount/amount");
  }

  private Map<String, Object> named(Object amount, String date, String merchant, String what) {
    return with(
        with(transaction(giro, amount, date), "merchantName", merchant), "description", what);
  }

  @Test
  void theNewestComeFirstAndOfOneDayTheOneThatWasRecordedLast() {
    record(ann, transaction(giro, "2", "2026-03-02"));
    record(ann, transaction(giro, "1", "2026-03-01"));
    record(ann, transaction(yen, "3", "2026-03-03"));
    record(ann, transaction(giro, "4", "2026-03-03"));

    assertThat(amounts("")).containsExactly("4.00", "3", "2.00", "1.00");
    assertThat(amounts("first: 2")).containsExactly("4.00", "3");
  }

  @ParameterizedTest
  @CsvSource({
    "DATE, DESC, 2;-5;30;1",
    "DATE, ASC, 1;30;-5;2",
    "AMOUNT, DESC, 30;2;1;-5",
    "AMOUNT, ASC, -5;1;2;30"
  })
  void anOrderCanBeAskedFor(String field, String direction, String expected) {
    record(
        ann,
        List.of(
            transaction(yen, "1", "2026-03-01"),
            transaction(yen, "30", "2026-03-02"),
            transaction(yen, "-5", "2026-03-03"),
            transaction(yen, "2", "2026-03-04")));

    assertThat(amounts("orderBy: {field: %s, direction: %s}".formatted(field, direction)))
        .containsExactly(expected.split(";"));
  }

  @Test
  void eachFilterTakesWhatFits() {
    var noon = with(named("-7", "2026-03-03", "Café 100%", "lunch_break"), "status", "PENDING");
    record(
        ann,
        List.of(
            with(
                named("-20", "2026-03-01", "Rewe", "Groceries for a week"),
                "category",
                "GROCERIES"),
            with(named("3000", "2026-03-02", "ACME", "Salary"), "category", "INCOME"),
            with(noon, "category", "DINING"),
            with(transaction(yen, "-500", "2026-03-04"), "category", "DINING")));

    assertThat(amounts("filter: {}")).hasSize(4);
    assertThat(amounts("filter: {accountIds: [\"%s\"]}".formatted(yen))).containsExactly("-500");
    assertThat(amounts("filter: {accountIds: [\"%s\", \"%s\"]}".formatted(yen, giro))).hasSize(4);
    assertThat(amounts("filter: {accountIds: []}")).isEmpty();
    assertThat(amounts("filter: {from: \"2026-03-02\", to: \"2026-03-03\"}"))
        .containsExactly("-7.00", "3000.00");
    assertThat(amounts("filter: {from: \"2026-03-04\"}")).containsExactly("-500");
    assertThat(amounts("filter: {to: \"2026-03-01\"}")).containsExactly("-20.00");
    assertThat(amounts("filter: {minAmount: \"-20\", maxAmount: \"-7.00\"}"))
        .containsExactly("-7.00", "-20.00");
    assertThat(amounts("filter: {minAmount: \"0\"}")).containsExactly("3000.00");
    assertThat(amounts("filter: {maxAmount: \"-20.000000000000000001\"}")).containsExactly("-500");
    assertThat(amounts("filter: {currency: \"EUR\"}")).hasSize(3);
    assertThat(amounts("filter: {currency: \"USD\"}")).isEmpty();
    assertThat(amounts("filter: {categories: [DINING, INCOME]}"))
        .containsExactly("-500", "-7.00", "3000.00");
    assertThat(amounts("filter: {categories: []}")).isEmpty();
    assertThat(amounts("filter: {statuses: [PENDING]}")).containsExactly("-7.00");
    assertThat(amounts("filter: {statuses: [POSTED, PENDING]}")).hasSize(4);
    assertThat(amounts("filter: {statuses: []}")).isEmpty();
    assertThat(amounts("filter: {categories: [DINING], statuses: [POSTED], search: \"some\"}"))
        .containsExactly("-500");
  }

  @ParameterizedTest
  @CsvSource({
    "rewe, -1.00",
    "WEEK, -1.00",
    "ewe s, -1.00",
    "100%, -2.00",
    "_break, -2.00",
    "%, -2.00",
    "CAFÉ, -2.00",
    "'a\\\\b', -3.00",
    "'; drop table', "
  })
  void aSearchTakesTheTextLiterallyWhateverItsCase(String search, String expected) {
    record(
        ann,
        List.of(
            named("-1", "2026-03-01", "Rewe Süd", "Groceries for a week"),
            named("-2", "2026-03-01", "Café 100%", "lunch_break"),
            named("-3", "2026-03-01", "a\\b", "100 breaks")));

    assertThat(amounts("filter: {search: \"%s\"}".formatted(search)))
        .isEqualTo(expected == null ? List.of() : List.of(expected));
  }

  @ParameterizedTest
  @CsvSource({"DATE, DESC", "DATE, ASC", "AMOUNT, DESC", "AMOUNT, ASC"})
  void pagesOfEqualKeysRepeatNothingAndLoseNothing(String field, String direction) {
    var all =
        IntStream.range(0, 37)
            .mapToObj(n -> transaction(giro, n % 3 == 0 ? "1.50" : "2", "2026-03-0" + (1 + n % 2)))
            .toList();
    var expected = texts(record(ann, all), "/id");
    var arguments = "first: 5, orderBy: {field: %s, direction: %s}".formatted(field, direction);

    var pages = pages(arguments);

    assertThat(pages).hasSize(8);
    var seen = pages.stream().flatMap(page -> nodes(page).stream()).toList();
    assertThat(texts(seen, "/id")).hasSize(37);
    assertThat(new HashSet<>(texts(seen, "/id"))).isEqualTo(new HashSet<>(expected));
    var keys =
        texts(seen, field.equals("DATE") ? "/date" : "/amount/amount").stream().distinct().toList();
    assertThat(keys).hasSize(2);
    assertThat(keys)
        .isSortedAccordingTo((a, b) -> direction.equals("ASC") ? a.compareTo(b) : b.compareTo(a));
  }

  private List<JsonNode> pages(String arguments) {
    var pages = new ArrayList<JsonNode>();
    var after = "";
    do {
      var field =
          "transactions(%s%s) { edges { node { id date amount { amount } } } pageInfo { hasNextPage hasPreviousPage endCursor } }";
      var page = of(ann, field.formatted(arguments, after)).path("transactions");
      assertThat(page.at("/pageInfo/hasPreviousPage").asBoolean()).isEqualTo(!pages.isEmpty());
      pages.add(page);
      after = ", after: \"%s\"".formatted(page.at("/pageInfo/endCursor").asString());
    } while (pages.getLast().at("/pageInfo/hasNextPage").asBoolean());
    return pages;
  }

  @Test
  void aTransactionThatIsRecordedMeanwhileDoesNotDisturbTheNextPage() {
    record(ann, IntStream.range(1, 5).mapToObj(n -> transaction(yen, n, "2026-03-0" + n)).toList());
    var cursor =
        of(ann, "transactions(first: 2) { pageInfo { endCursor } }")
            .at("/transactions/pageInfo/endCursor")
            .asString();

    record(ann, transaction(yen, "9", "2026-03-09"));

    assertThat(amounts("first: 2, after: \"%s\"".formatted(cursor))).containsExactly("2", "1");
  }

  @Test
  void aCursorOfAnotherOrderIsRefused() {
    record(ann, List.of(transaction(yen, "1", "2026-03-01"), transaction(yen, "2", "2026-03-02")));
    var cursor =
        of(ann, "transactions(first: 1) { pageInfo { endCursor } }")
            .at("/transactions/pageInfo/endCursor")
            .asString();

    for (var order : List.of("field: AMOUNT", "direction: ASC", "field: AMOUNT, direction: ASC")) {
      var field = "transactions(orderBy: {%s}, after: \"%s\") { edges { cursor } }";
      assertThat(user(ann, "UTC", field.formatted(order, cursor)).firstErrorCode())
          .as(order)
          .isEqualTo("BAD_USER_INPUT");
    }
  }

  @ParameterizedTest
  @MethodSource
  void badArgumentsAreRefused(String arguments) {
    var field = "transactions(%s) { edges { cursor } }".formatted(arguments);

    assertThat(user(ann, "UTC", field).firstErrorCode()).isEqualTo("BAD_USER_INPUT");
  }

  static Stream<String> badArgumentsAreRefused() {
    var id = new UUID(0, 0);
    var cursors =
        Stream.of(
                Cursor.of("DATE", "DESC", "+500000000-01-01", id),
                Cursor.of("DATE", "DESC", "soon", id),
                Cursor.of("DATE", "DESC", LocalDate.EPOCH),
                Cursor.of("DATE", "DESC", LocalDate.EPOCH, "no-id"),
                Cursor.of("DATE"),
                Cursor.of(LocalDate.EPOCH, id))
            .map(cursor -> "after: \"" + cursor.in("User.transactions").encode() + "\"");
    var amounts =
        Stream.of("1e999999999", "1e-9", "1000000000000000", "x")
            .map(key -> Cursor.of("AMOUNT", "DESC", key, id).in("User.transactions").encode())
            .map("orderBy: {field: AMOUNT}, after: \"%s\""::formatted);
    var others =
        Stream.of(
            "first: 0",
            "first: 101",
            "first: -1",
            "after: \"\"",
            "after: \"nonsense\"",
            "filter: {from: \"2026-03-02\", to: \"2026-03-01\"}",
            "filter: {minAmount: \"2\", maxAmount: \"1\"}",
            "filter: {minAmount: \"1e99\"}",
            "filter: {search: \"\"}",
            "filter: {search: \"" + "x".repeat(101) + "\"}",
            "filter: {search: \"nul\\u0000\"}",
            "filter: {accountIds: [\"no-id\"]}",
            "filter: {accountIds: [" + "\"00000000-0000-0000-0000-000000000000\"".repeat(51) + "]}",
            "filter: {currency: \"EURO\"}",
            "filter: {categories: [LUCK]}",
            "orderBy: {field: MOOD}");
    return Stream.of(cursors, amounts, others).flatMap(all -> all);
  }

  @Test
  void anAccountListsItsOwnTransactionsPageByPage() {
    record(
        ann,
        List.of(
            transaction(giro, "1", "2026-03-01"),
            transaction(yen, "9", "2026-03-02"),
            transaction(giro, "2", "2026-03-03"),
            transaction(giro, "3", "2026-03-02")));
    var field =
        "transactions(first: 2%s) { edges { node { amount { amount } notes } } pageInfo { endCursor } }";

    var first = account(giro, field.formatted("")).path("transactions");
    var cursor = first.at("/pageInfo/endCursor").asString();
    var second = account(giro, field.formatted(", after: \"" + cursor + "\"")).path("transactions");

    assertThat(texts(nodes(first), "/amount/amount")).containsExactly("2.00", "3.00");
    assertThat(texts(nodes(second), "/amount/amount")).containsExactly("1.00");
  }

  private JsonNode account(String id, String selection) {
    return graph
        .as(Tokens.person(ann))
        .entities("Account", List.of(Map.of("id", id)), selection)
        .ok()
        .at("_entities.0");
  }

  @Test
  void aPersonWithoutTransactionsHasAnEmptyPage() {
    var page =
        of(bob, "transactions { edges { cursor } pageInfo { hasNextPage endCursor } }")
            .path("transactions");

    assertThat(page.path("edges")).isEmpty();
    assertThat(page.at("/pageInfo/hasNextPage").asBoolean()).isFalse();
    assertThat(page.at("/pageInfo/endCursor").isNull()).isTrue();
  }
}
