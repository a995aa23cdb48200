package dev.lifeos.finance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeos.starter.paging.Cursor;
import dev.lifeos.test.Answer;
import dev.lifeos.test.Tokens;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FinanceBatchTest extends FinanceTest {

  private static final String CURSOR =
      Cursor.of("DATE", "DESC", LocalDate.of(2026, 3, 2), new UUID(0, 0))
          .in("User.transactions")
          .encode();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "accounts { name balance { amount } }",
        "transactions(first: 10) { edges { node { amount { amount currency } merchantName date } } }",
        "transactions(first: 10) { edges { node { tags notes } } }",
        "transactions(first: 10, after: \"CURSOR\") { edges { node { id } } }",
        "transactions(first: 10, orderBy: {field: AMOUNT}) { edges { node { id } } }",
        "transactions(first: 10, filter: {minAmount: \"-5\", categories: [FEES]}) { edges { node { id } } }",
        "spending { total { amount } }",
        "spending(groupBy: MERCHANT) { merchantName total { amount } }",
        "cashFlow { start amounts { net { amount } } }",
        "netWorth { date amounts { net { amount } } }"
      })
  void oneStatementServesOnePersonAndAHundred(String selection) {
    var people = Stream.generate(UUID::randomUUID).limit(100).toList();
    for (var person : List.of(people.getFirst(), people.getLast())) {
      record(person, transaction(open(person, "CASH", "EUR", "5"), "-1", "2026-03-01", "FEES"));
    }

    assertThat(statements(people.subList(0, 1), selection)).isEqualTo(1);
    assertThat(statements(people, selection)).isEqualTo(1);
  }

  private long statements(List<UUID> people, String selection) {
    var answer = new AtomicReference<Answer>();
    var statements =
        sql.during(() -> answer.set(users(people, selection.replace("CURSOR", CURSOR))));
    assertThat(answer.get().ok().at("_entities")).hasSize(people.size());
    var first = answer.get().at("_entities.0").iterator().next();
    assertThat(first.isEmpty() || first.has("edges") && first.path("edges").isEmpty()).isFalse();
    return statements;
  }

  @ParameterizedTest
  @CsvSource({
    "'transactions(first: 10) { edges { node { account { name } } } }'",
    "'accounts { transactions(first: 10) { edges { node { id } } } }'"
  })
  void whatHangsOnThemIsOneStatementMore(String selection) {
    var people = Stream.generate(UUID::randomUUID).limit(20).toList();
    for (var person : people) {
      record(person, transaction(open(person, "CASH", "EUR", "5"), "-1", "2026-03-01"));
      record(person, transaction(open(person, "CASH", "JPY", "5"), "-1", "2026-03-01"));
    }

    assertThat(statements(people.subList(0, 1), selection)).isEqualTo(2);
    assertThat(statements(people, selection)).isEqualTo(2);
  }

  @Test
  void everyoneGetsTheirOwn() {
    var people = Stream.generate(UUID::randomUUID).limit(20).toList();
    for (int i = 0; i < people.size(); i++) {
      var account = open(people.get(i), "CASH", "JPY", "" + (100 + i));
      record(people.get(i), transaction(account, -1 - i, "2026-03-01", "FEES"));
    }

    var answer =
        users(
                people,
                """
                accounts { openingBalance { amount } } spending { total { amount } }
                transactions { edges { node { amount { amount } } } }
                cashFlow(from: "2026-03-01") { amounts { expenses { amount } } }
                netWorth(from: "2026-03-01") { amounts { net { amount } } }
                """)
            .ok();

    for (int i = 0; i < people.size(); i++) {
      var own = answer.at("_entities." + i);
      assertThat(own.at("/accounts/0/openingBalance/amount").asString()).isEqualTo("" + (100 + i));
      assertThat(own.at("/spending/0/total/amount").asString()).isEqualTo("" + (1 + i));
      assertThat(own.at("/transactions/edges/0/node/amount/amount").asString())
          .isEqualTo("" + (-1 - i));
      assertThat(own.at("/cashFlow/0/amounts/0/expenses/amount").asString())
          .isEqualTo("" + (1 + i));
      assertThat(own.at("/netWorth/0/amounts/0/net/amount").asString()).isEqualTo("99");
    }
  }

  @Test
  void manyReferencesAreOneStatementAndKeepTheirPlaces() {
    var account = open(ann, "CASH", "EUR", "0");
    var recorded =
        record(
            ann,
            IntStream.range(0, 50)
                .mapToObj(n -> transaction(account, 1 + n, "2026-03-01"))
                .toList());
    var keys = texts(recorded, "/id").stream().map(id -> Map.of("id", id)).toList();

    var statements =
        sql.during(() -> {
          var answer =
              graph.as(Tokens.person(ann)).entities("Transaction", keys, "amount { amount }").ok();
          assertThat(answer.at("_entities.49.amount.amount").asString()).isEqualTo("50.00");
        });

    assertThat(statements).isEqualTo(1);
  }

  @Test
  void writesTakeAsManyStatementsAsTheyNeed() {
    var account = open(ann, "CASH", "EUR", "0");
    var id = record(ann, transaction(account, "1", "2026-03-01")).path("id").asString();

    assertThat(count("createManualAccount", Map.of("name", "X", "type", "CASH", "currency", "EUR")))
        .isEqualTo(3);
    assertThat(count("recordTransaction", transaction(account, "1", "2026-03-01"))).isEqualTo(2);
    var keyed = with(transaction(account, "1", "2026-03-01"), "idempotencyKey", "k");
    assertThat(count("recordTransaction", keyed)).isEqualTo(3);
    assertThat(count("recordTransaction", keyed)).isEqualTo(3);
    assertThat(count("updateTransaction", Map.of("id", id, "notes", "x"))).isEqualTo(2);
    assertThat(count("updateTransaction", Map.of("id", id, "amount", "2"))).isEqualTo(4);
    assertThat(count("deleteTransaction", Map.of("id", id))).isEqualTo(2);
  }

  private long count(String mutation, Map<String, Object> input) {
    return sql.during(() -> done(mutate(ann, mutation, "", input)));
  }
}
