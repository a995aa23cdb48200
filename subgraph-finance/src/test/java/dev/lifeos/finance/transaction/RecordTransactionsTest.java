package dev.lifeos.finance.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeos.finance.FinanceTest;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class RecordTransactionsTest extends FinanceTest {

  @Autowired private JdbcClient jdbc;

  private String giro;

  @BeforeEach
  void openAccount() {
    giro = open(ann, "CHECKING", "EUR", "0");
  }

  private JsonNode recordOne(Map<String, Object> input) {
    return mutate(ann, "recordTransaction", "transaction { %s }".formatted(TRANSACTION), input);
  }

  private JsonNode recordAll(List<Map<String, Object>> transactions) {
    return mutate(
        ann, "recordTransactions", "transactions { id }", Map.of("transactions", transactions));
  }

  @Test
  void aTransactionIsKeptAsItWasSent() {
    var input = new HashMap<>(transaction(giro, "-12.5", "2026-03-01", "GROCERIES"));
    input.putAll(
        Map.of(
            "description", " REWE SAGT DANKE 4711 ",
            "merchantName", "Rewe",
            "tags", List.of("food", " weekly ", "food", "\"quoted\", {curly} \\"),
            "notes", "Two lines:\n\"quoted\"\tand more"));

    var transaction = done(recordOne(input)).path("transaction");

    assertThat(transaction.at("/account/id").asString()).isEqualTo(giro);
    assertThat(transaction.at("/amount/amount").asString()).isEqualTo("-12.50");
    assertThat(transaction.at("/amount/currency").asString()).isEqualTo("EUR");
    assertThat(transaction.path("date").asString()).isEqualTo("2026-03-01");
    assertThat(transaction.path("description").asString()).isEqualTo("REWE SAGT DANKE 4711");
    assertThat(transaction.path("merchantName").asString()).isEqualTo("Rewe");
    assertThat(transaction.path("category").toString())
        .isEqualTo(
            "{\"id\":\"GROCERIES\",\"code\":\"GROCERIES\",\"name\":\"Groceries\",\"kind\":\"EXPENSE\"}");
    assertThat(transaction.path("status").asString()).isEqualTo("POSTED");
    assertThat(texts(transaction.path("tags"), ""))
        .containsExactly("food", "weekly", "\"quoted\", {curly} \\");
    assertThat(transaction.path("notes").asString()).isEqualTo("Two lines:\n\"quoted\"\tand more");
    assertThat(transaction.path("createdAt").asString()).isEqualTo("2026-03-31T10:30:00Z");
    assertThat(transactions(ann)).containsExactly(transaction);
  }

  @Test
  void whatIsLeftOutHasDefaults() {
    var transaction = done(recordOne(transaction(giro, "-1", "2026-03-01"))).path("transaction");

    assertThat(transaction.path("merchantName").isNull()).isTrue();
    assertThat(transaction.at("/category/code").asString()).isEqualTo("UNCATEGORIZED");
    assertThat(transaction.path("tags")).isEmpty();
    assertThat(transaction.path("notes").isNull()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "EUR, 0.10, 0.30",
    "JPY, 1, 3",
    "KWD, 0.001, 0.003",
    "CLF, 0.0001, 0.0003",
    "EUR, 99999999999999.99, 299999999999999.97",
    "EUR, 1e2, 300.00"
  })
  void sumsAreExact(String currency, String amount, String sum) {
    var account = open(ann, "SAVINGS", currency, "0");

    record(ann, Collections.nCopies(3, transaction(account, amount, "2026-03-01")));

    assertThat(balance(ann, account)).isEqualTo(sum);
  }

  @Test
  void anAmountMayBeAJsonNumberToo() {
    record(ann, transaction(giro, new BigDecimal("-0.10"), "2026-03-01"));
    assertThat(balance(ann, giro)).isEqualTo("-0.10");
  }

  @ParameterizedTest
  @CsvSource({"EUR, 0.001", "EUR, -5.555", "JPY, 0.5", "KWD, 0.0001"})
  void moreDecimalsThanTheCurrencyHasAreRefused(String currency, String amount) {
    var account = open(ann, "SAVINGS", currency, "0");

    var payload = recordOne(transaction(account, amount, "2026-03-01"));

    assertThat(errors(payload)).containsExactly("INVALID input.amount");
    assertThat(payload.path("transaction").isNull()).isTrue();
    assertThat(balance(ann, account)).matches("0(\\.0+)?");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          amount,         0,                 INVALID
          amount,         0.00,              INVALID
          amount,         1000000000000000,  OUT_OF_RANGE
          amount,         -1000000000000000, OUT_OF_RANGE
          date,           2026-04-02,        OUT_OF_RANGE
          date,           1899-12-31,        OUT_OF_RANGE
          description,    '',                REQUIRED
          description,    '  ',              REQUIRED
          accountId,      no-id,             NOT_FOUND
          accountId,      '',                NOT_FOUND
          idempotencyKey, '',                INVALID
          """)
  void badInputIsRefused(String field, String value, String code) {
    var input = with(transaction(giro, "-1", "2026-03-01"), field, value);

    assertThat(errors(recordOne(input))).contains(code + " input." + field);
    assertThat(transactions(ann)).isEmpty();
    assertThat(balance(ann, giro)).isEqualTo("0.00");
  }

  @Test
  void textsAreBounded() {
    var good = transaction(giro, "-1", "2026-03-01");
    assertThat(errors(recordOne(with(good, "description", "x".repeat(201)))))
        .containsExactly("TOO_LONG input.description");
    assertThat(errors(recordOne(with(good, "description", "a\nb"))))
        .containsExactly("INVALID input.description");
    assertThat(errors(recordOne(with(good, "merchantName", "nul\u0000"))))
        .containsExactly("INVALID input.merchantName");
    assertThat(errors(recordOne(with(good, "notes", "nul\u0000"))))
        .containsExactly("INVALID input.notes");
    assertThat(errors(recordOne(with(good, "notes", "x".repeat(2001)))))
        .containsExactly("TOO_LONG input.notes");
    assertThat(errors(recordOne(with(good, "tags", List.of("ok", " ")))))
        .containsExactly("REQUIRED input.tags.1");
    assertThat(errors(recordOne(with(good, "tags", List.of("x".repeat(31))))))
        .containsExactly("TOO_LONG input.tags.0");
    assertThat(errors(recordOne(with(good, "tags", Collections.nCopies(11, "x")))))
        .containsExactly("TOO_MANY input.tags");
  }

  @ParameterizedTest
  @CsvSource({
    "amount, x",
    "amount, 1e999999999",
    "date, 2026-02-30",
    "category, LUCK",
    "status, MAYBE"
  })
  void whatCannotBeReadIsRefused(String field, String value) {
    var input = with(transaction(giro, "-1", "2026-03-01"), field, value);

    assertThat(answer(ann, "recordTransaction", "", input).firstErrorCode())
        .isEqualTo("BAD_USER_INPUT");
  }

  @Test
  void theDayMayBeTodayWhereverItIsLatest() {
    assertThat(errors(recordOne(transaction(giro, "-1", "2026-04-01")))).isEmpty();
  }

  @Test
  void nothingIsRecordedBeforeTheAccountWasOpened() {
    var young =
        open(ann, Map.of("currency", "EUR", "openedOn", "2026-03-01", "openingBalance", "5"));

    assertThat(errors(recordOne(transaction(young, "-1", "2026-02-28"))))
        .containsExactly("OUT_OF_RANGE input.date");
    assertThat(errors(recordOne(transaction(young, "-1", "2026-03-01")))).isEmpty();
  }

  @Test
  void aBatchKeepsItsOrderAndReachesSeveralAccounts() {
    var yen = open(ann, "CASH", "JPY", "1000");
    var recorded =
        record(
            ann,
            List.of(
                transaction(giro, "5", "2026-03-03"),
                transaction(yen, "-300", "2026-03-01"),
                with(transaction(giro, "7", "2026-03-02"), "status", "PENDING"),
                transaction(giro, "-1.25", "2026-03-02")));

    assertThat(texts(recorded, "/amount/amount")).containsExactly("5.00", "-300", "7.00", "-1.25");
    assertThat(texts(recorded, "/amount/currency")).containsExactly("EUR", "JPY", "EUR", "EUR");
    assertThat(balance(ann, giro)).isEqualTo("3.75");
    assertThat(balance(ann, yen)).isEqualTo("700");
  }

  @Test
  void oneBadTransactionKeepsTheWholeBatchOut() {
    var good = transaction(giro, "5", "2026-03-03");

    var payload =
        recordAll(List.of(good, with(good, "amount", "0"), good, with(good, "date", "2030-01-01")));

    assertThat(errors(payload))
        .containsExactly(
            "INVALID input.transactions.1.amount", "OUT_OF_RANGE input.transactions.3.date");
    assertThat(payload.path("transactions").isNull()).isTrue();
    assertThat(transactions(ann)).isEmpty();
    assertThat(balance(ann, giro)).isEqualTo("0.00");
    assertThat(errors(recordAll(List.of(good, with(good, "description", " ")))))
        .containsExactly("REQUIRED input.transactions.1.description");
  }

  @Test
  void aBatchHasFiveHundredAtMost() {
    var one = transaction(giro, "1", "2026-03-03");

    assertThat(errors(recordAll(Collections.nCopies(501, one))))
        .containsExactly("TOO_MANY input.transactions");
    assertThat(errors(recordAll(List.of()))).containsExactly("REQUIRED input.transactions");
    assertThat(recordAll(Collections.nCopies(500, one)).path("transactions")).hasSize(500);
    assertThat(balance(ann, giro)).isEqualTo("500.00");
    assertThat(errors(recordAll(Collections.nCopies(500, with(one, "amount", "0")))))
        .hasSize(100)
        .contains("INVALID input.transactions.99.amount");
  }

  @Test
  void recordingTakesTwoStatementsForHoweverManyTransactions() {
    var batch = Collections.nCopies(500, transaction(giro, "1", "2026-03-03"));

    assertThat(sql.during(() -> recordAll(batch))).isEqualTo(2);
    assertThat(sql.during(() -> recordAll(batch.subList(0, 1)))).isEqualTo(2);
  }

  @Test
  void manyTransactionsAtOnceLeaveTheExactBalance() throws Exception {
    var requests =
        IntStream.range(0, 50)
            .<Callable<JsonNode>>mapToObj(
                n -> () -> done(recordOne(transaction(giro, "0.10", "2026-03-01"))))
            .toList();

    atOnce(requests);

    assertThat(balance(ann, giro)).isEqualTo("5.00");
    balancesAreWhatTheyAreMadeOf();
  }

  @Test
  void recordingChangingAndDeletingAtOnceLeaveTheExactBalances() throws Exception {
    var cash = open(ann, "CASH", "EUR", "20");
    var ids =
        texts(record(ann, Collections.nCopies(20, transaction(giro, "1", "2026-03-01"))), "/id");
    var batch =
        List.of(transaction(cash, "-0.30", "2026-03-01"), transaction(giro, "0.20", "2026-03-01"));
    var requests =
        IntStream.range(0, 40)
            .<Callable<Object>>mapToObj(n ->
                switch (n % 4) {
                  case 0 -> () -> done(recordAll(batch));
                  case 1 -> () -> done(recordAll(batch.reversed()));
                  case 2 ->
                      () ->
                          mutate(
                              ann,
                              "updateTransaction",
                              "",
                              Map.of("id", ids.get(n / 4), "amount", "3"));
                  default ->
                      () -> mutate(ann, "deleteTransaction", "", Map.of("id", ids.get(n / 4)));
                })
            .toList();

    atOnce(requests);

    assertThat(balance(ann, cash)).isEqualTo("14.00");
    balancesAreWhatTheyAreMadeOf();
  }

  private void balancesAreWhatTheyAreMadeOf() {
    var wrong =
        jdbc.sql(
                """
                SELECT a.id FROM account a LEFT JOIN transaction t
                  ON t.account_id = a.id AND t.status = 'POSTED'
                WHERE a.user_id = :ann
                GROUP BY a.id HAVING a.balance <> a.opening_balance + coalesce(sum(t.amount), 0)
                """)
            .param("ann", ann)
            .query(String.class)
            .list();
    assertThat(wrong).isEmpty();
  }
}
