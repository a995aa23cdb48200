package dev.lifeos.finance.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeos.finance.FinanceTest;
import java.math.BigDecimal;
import java.util.ArrayList;
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
import tools.jackson.databind.JsonNode;

class ChangeTransactionsTest extends FinanceTest {

  private String giro;
  private String bread;

  @BeforeEach
  void recordBread() {
    giro = open(ann, "CHECKING", "EUR", "100");
    var sent =
        with(with(transaction(giro, "-3.50", "2026-03-01"), "merchantName", "Baker"), "notes", "!");
    bread = record(ann, with(sent, "tags", List.of("food"))).path("id").asString();
  }

  private JsonNode update(Map<String, Object> change) {
    return mutate(
        ann,
        "updateTransaction",
        "transaction { %s account { balance { amount } } }".formatted(TRANSACTION),
        with(change, "id", bread));
  }

  private JsonNode categorize(List<String> ids, String category) {
    return mutate(
        ann,
        "categorizeTransactions",
        "transactions { id category { code } }",
        Map.of("ids", ids, "category", category));
  }

  @Test
  void whatIsLeftOutStaysAndNullClears() {
    var change = new HashMap<String, Object>(Map.of("description", " Rolls "));
    change.put("notes", null);
    change.put("category", null);

    var transaction = done(update(change)).path("transaction");

    assertThat(transaction.path("description").asString()).isEqualTo("Rolls");
    assertThat(transaction.path("notes").isNull()).isTrue();
    assertThat(transaction.path("merchantName").asString()).isEqualTo("Baker");
    assertThat(transaction.at("/amount/amount").asString()).isEqualTo("-3.50");
    assertThat(texts(transaction.path("tags"), "")).containsExactly("food");
    assertThat(transaction.at("/category/code").asString()).isEqualTo("UNCATEGORIZED");
    assertThat(transactions(ann).getFirst().path("description").asString()).isEqualTo("Rolls");
  }

  @Test
  void everythingOfItCanBeChanged() {
    var transaction =
        done(update(
                Map.of(
                    "amount", "12",
                    "date", "2026-02-27",
                    "description", "Refund",
                    "merchantName", "Mill",
                    "category", "SHOPPING",
                    "tags", List.of("a", "b", "a"),
                    "notes", "?")))
            .path("transaction");

    assertThat(transaction.at("/account/balance/amount").asString()).isEqualTo("112.00");
    assertThat(transaction.path("date").asString()).isEqualTo("2026-02-27");
    assertThat(transaction.path("merchantName").asString()).isEqualTo("Mill");
    assertThat(transaction.at("/category/kind").asString()).isEqualTo("EXPENSE");
    assertThat(texts(transaction.path("tags"), "")).containsExactly("a", "b");
    assertThat(transactions(ann).getFirst().at("/amount/amount").asString()).isEqualTo("12.00");
  }

  @Test
  void theBalanceFollowsAmountAndStatus() {
    assertThat(balance(ann, giro)).isEqualTo("96.50");
    done(update(Map.of("amount", "-10")));
    assertThat(balance(ann, giro)).isEqualTo("90.00");
    done(update(Map.of("status", "PENDING")));
    assertThat(balance(ann, giro)).isEqualTo("100.00");
    done(update(Map.of("amount", "-20")));
    assertThat(balance(ann, giro)).isEqualTo("100.00");
    done(update(Map.of("amount", "-30", "status", "POSTED")));
    assertThat(balance(ann, giro)).isEqualTo("70.00");
  }

  @ParameterizedTest
  @CsvSource({
    "amount, 0, INVALID", "amount, 0.001, INVALID", "amount, 1e15, OUT_OF_RANGE",
    "date, 2026-04-02, OUT_OF_RANGE", "description, ' ', INVALID", "merchantName, 'a\tb', INVALID"
  })
  void badInputIsRefusedAndNothingChanges(String field, String value, String code) {
    var before = transactions(ann);

    assertThat(errors(update(Map.of(field, value)))).contains(code + " input." + field);
    assertThat(transactions(ann)).isEqualTo(before);
    assertThat(balance(ann, giro)).isEqualTo("96.50");
  }

  @Test
  void aTransactionCannotBeMovedBeforeItsAccount() {
    var young = open(ann, Map.of("currency", "EUR", "openedOn", "2026-03-01"));
    bread = record(ann, transaction(young, "1", "2026-03-05")).path("id").asString();

    assertThat(errors(update(Map.of("date", "2026-02-28"))))
        .containsExactly("OUT_OF_RANGE input.date");
  }

  @Test
  void aTransactionThatIsNotThereIsNotFound() {
    for (var id : List.of(giro, "no-id", "")) {
      assertThat(errors(mutate(ann, "updateTransaction", "", Map.of("id", id))))
          .containsExactly("NOT_FOUND input.id");
      assertThat(errors(mutate(ann, "deleteTransaction", "account { id }", Map.of("id", id))))
          .containsExactly("NOT_FOUND input.id");
    }
  }

  @Test
  void whatIsDeletedIsOutOfTheBalance() {
    var pending =
        record(ann, with(transaction(giro, "-50", "2026-03-01"), "status", "PENDING"))
            .path("id")
            .asString();
    var selection = "deletedId account { balance { amount } }";

    var kept = done(mutate(ann, "deleteTransaction", selection, Map.of("id", pending)));
    assertThat(kept.at("/account/balance/amount").asString()).isEqualTo("96.50");
    var gone = done(mutate(ann, "deleteTransaction", selection, Map.of("id", bread)));
    assertThat(gone.at("/account/balance/amount").asString()).isEqualTo("100.00");
    assertThat(gone.path("deletedId").asString()).isEqualTo(bread);
    assertThat(transactions(ann)).isEmpty();
    assertThat(errors(mutate(ann, "deleteTransaction", selection, Map.of("id", bread))))
        .containsExactly("NOT_FOUND input.id");
  }

  @Test
  void oneTransactionIsDeletedOnceHoweverOftenItIsAskedAtOnce() throws Exception {
    Callable<JsonNode> delete =
        () -> mutate(ann, "deleteTransaction", "deletedId", Map.of("id", bread));

    var payloads = atOnce(Collections.nCopies(6, delete));

    assertThat(payloads).filteredOn(payload -> payload.path("errors").isEmpty()).hasSize(1);
    assertThat(balance(ann, giro)).isEqualTo("100.00");
  }

  @Test
  void changesOfOneTransactionAtOnceLeaveTheBalanceOfTheLast() throws Exception {
    var changes =
        IntStream.range(1, 21)
            .<Callable<JsonNode>>mapToObj(n -> () -> done(update(Map.of("amount", "-" + n))))
            .toList();

    atOnce(changes);

    var amount = transactions(ann).getFirst().at("/amount/amount").asString();
    assertThat(new BigDecimal(balance(ann, giro)))
        .isEqualTo(new BigDecimal("100").add(new BigDecimal(amount)));
  }

  @Test
  void manyAreCategorizedByOneStatement() {
    var batch = Collections.nCopies(499, transaction(giro, "-1", "2026-03-01"));
    var ids = new ArrayList<>(texts(record(ann, batch), "/id"));
    ids.add(bread);
    ids.add(bread);
    assertThat(errors(categorize(ids, "FEES"))).containsExactly("TOO_MANY input.ids");
    ids.removeLast();

    var statements = sql.during(() -> assertThat(errors(categorize(ids, "FEES"))).isEmpty());

    assertThat(statements).isEqualTo(1);
    assertThat(texts(categorize(ids, "TAXES").path("transactions"), "/id")).isEqualTo(ids);
    assertThat(texts(transactions(ann), "/category/code")).containsOnly("TAXES");
    assertThat(errors(categorize(List.of(), "FEES"))).containsExactly("REQUIRED input.ids");
  }

  @Test
  void oneUnknownIdKeepsAllFromBeingCategorized() {
    assertThat(errors(categorize(List.of(bread, giro, bread, giro), "FEES")))
        .containsExactly("NOT_FOUND input.ids.1", "NOT_FOUND input.ids.3");
    assertThat(errors(categorize(List.of(bread, "no-id"), "FEES")))
        .containsExactly("NOT_FOUND input.ids.1");
    assertThat(texts(transactions(ann), "/category/code")).containsExactly("UNCATEGORIZED");

    assertThat(texts(categorize(List.of(bread, bread), "FEES").path("transactions"), "/id"))
        .containsExactly(bread);
  }

  @Test
  void categorizingInOppositeOrdersAtOnceDoesNotBlock() throws Exception {
    var ids =
        texts(record(ann, Collections.nCopies(100, transaction(giro, "-1", "2026-03-01"))), "/id");
    var requests =
        IntStream.range(0, 20)
            .<Callable<JsonNode>>mapToObj(
                n -> () -> done(categorize(n % 2 == 0 ? ids : ids.reversed(), "FEES")))
            .toList();

    assertThat(atOnce(requests)).hasSize(20);
  }
}
