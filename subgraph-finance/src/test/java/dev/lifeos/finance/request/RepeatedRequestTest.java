package dev.lifeos.finance.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeos.finance.FinanceTest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class RepeatedRequestTest extends FinanceTest {

  @Autowired private JdbcClient jdbc;
  @Autowired private Requests requests;

  private String giro;
  private Map<String, Object> bread;

  @BeforeEach
  void openAccount() {
    giro = open(ann, "CHECKING", "EUR", "0");
    bread = with(transaction(giro, "-3.50", "2026-03-01"), "idempotencyKey", "k1");
  }

  private JsonNode record(Map<String, Object> input) {
    return mutate(ann, "recordTransaction", "transaction { %s }".formatted(TRANSACTION), input);
  }

  private JsonNode recordAll(String key, List<Map<String, Object>> transactions) {
    return mutate(
        ann,
        "recordTransactions",
        "transactions { id }",
        Map.of("transactions", transactions, "idempotencyKey", key));
  }

  @Test
  void aKeyThatIsSentAgainChangesNothing() {
    var first = done(record(bread));

    assertThat(record(bread)).isEqualTo(first);
    assertThat(record(with(bread, "amount", "-3.5"))).isEqualTo(first);

    assertThat(transactions(ann)).hasSize(1);
    assertThat(balance(ann, giro)).isEqualTo("-3.50");
  }

  @Test
  void aKeyStandsForOneRequestOnly() {
    done(record(bread));

    for (var other : List.of(with(bread, "amount", "-3.51"), with(bread, "notes", "x"))) {
      assertThat(errors(record(other))).containsExactly("CONFLICT input.idempotencyKey");
    }
    var batch = List.of(transaction(giro, "-3.50", "2026-03-01"));
    assertThat(errors(recordAll("k1", batch))).containsExactly("CONFLICT input.idempotencyKey");

    assertThat(balance(ann, giro)).isEqualTo("-3.50");
  }

  @Test
  void aKeyIsThePersonsOwn() {
    done(record(bread));
    var bobs = with(bread, "accountId", open(bob, "CASH", "EUR", "0"));

    done(mutate(bob, "recordTransaction", "transaction { id }", bobs));

    assertThat(transactions(bob)).hasSize(1);
  }

  @Test
  void aRequestThatWasRefusedDoesNotUseUpItsKey() {
    assertThat(errors(record(with(bread, "amount", "0")))).isNotEmpty();

    assertThat(errors(record(bread))).isEmpty();
  }

  @Test
  void aRepeatedBatchGivesWhatItMadeAsItIsNow() {
    var batch = List.of(transaction(giro, "1", "2026-03-01"), transaction(giro, "2", "2026-03-02"));
    var first = done(recordAll("b1", batch));
    var id = first.at("/transactions/0/id").asString();

    assertThat(recordAll("b1", batch)).isEqualTo(first);
    done(mutate(ann, "deleteTransaction", "deletedId", Map.of("id", id)));

    assertThat(recordAll("b1", batch).path("transactions")).hasSize(1);
    assertThat(errors(recordAll("b1", batch.reversed())))
        .containsExactly("CONFLICT input.idempotencyKey");
    assertThat(balance(ann, giro)).isEqualTo("2.00");
  }

  @Test
  void aTransactionThatWasDeletedSinceIsNotRecordedAgain() {
    var id = done(record(bread)).at("/transaction/id").asString();
    done(mutate(ann, "deleteTransaction", "deletedId", Map.of("id", id)));

    assertThat(errors(record(bread))).containsExactly("NOT_FOUND input.idempotencyKey");
    assertThat(transactions(ann)).isEmpty();
  }

  @Test
  void theSameRequestSentTwiceAtOnceIsCarriedOutOnce() throws Exception {
    Callable<JsonNode> request = () -> done(record(bread));

    var payloads = atOnce(List.of(request, request, request, request, request, request));

    assertThat(payloads).allMatch(payloads.getFirst()::equals);
    assertThat(balance(ann, giro)).isEqualTo("-3.50");
  }

  @Test
  void keysAreForgottenAfterAWeek() {
    done(record(bread));
    done(record(with(bread, "idempotencyKey", "old")));
    jdbc.sql(
            "UPDATE request SET created_at = created_at - interval '8 days'"
                + " WHERE user_id = :ann AND idempotency_key = 'old'")
        .param("ann", ann)
        .update();

    requests.forgetOld();

    assertThat(
            jdbc.sql("SELECT idempotency_key FROM request WHERE user_id = :ann")
                .param("ann", ann)
                .query(String.class)
                .list())
        .containsExactly("k1");
  }
}
