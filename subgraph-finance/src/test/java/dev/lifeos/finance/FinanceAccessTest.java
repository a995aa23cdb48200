package dev.lifeos.finance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeos.test.Answer;
import dev.lifeos.test.Tokens;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class FinanceAccessTest extends FinanceTest {

  private String account;
  private String transaction;

  @BeforeEach
  void recordAnns() {
    account = open(ann, "CHECKING", "EUR", "100");
    transaction = record(ann, transaction(account, "-42", "2026-03-01")).path("id").asString();
  }

  private Answer entity(String token, String type, String id) {
    return graph.as(token).entities(type, List.of(Map.of("id", id)), "id");
  }

  @Test
  void entitiesResolveForTheirOwnerAndForAService() {
    for (var token : List.of(Tokens.person(ann), Tokens.service("notification"))) {
      assertThat(entity(token, "Account", account).ok().data("_entities.0.id")).isEqualTo(account);
      assertThat(entity(token, "Transaction", transaction).ok().data("_entities.0.id"))
          .isEqualTo(transaction);
    }
  }

  @Test
  void entitiesOfAnotherPersonAreNullLikeThoseThatAreNotThere() {
    for (var token : List.of(Tokens.person(bob), Tokens.admin(bob))) {
      assertThat(entity(token, "Account", account).ok().at("_entities.0").isNull()).isTrue();
      assertThat(entity(token, "Transaction", transaction).ok().at("_entities.0").isNull())
          .isTrue();
    }
    var unknown = UUID.randomUUID().toString();
    assertThat(entity(Tokens.person(ann), "Account", unknown).ok().at("_entities.0").isNull())
        .isTrue();
  }

  @Test
  void entitiesNeedTheScope() {
    var token = Tokens.person(ann, "health:read");
    assertThat(entity(token, "Account", account).firstErrorCode()).isEqualTo("FORBIDDEN");
    assertThat(entity(token, "Transaction", transaction).firstErrorCode()).isEqualTo("FORBIDDEN");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "accounts { balance { amount } }",
        "transactions { edges { node { amount { amount } } } }",
        "spending { total { amount } }",
        "cashFlow { amounts { net { amount } } }",
        "netWorth { amounts { net { amount } } }"
      })
  void aPersonsFieldsAreRefusedToEveryoneElse(String field) {
    var key = List.of(Map.of("id", ann));
    assertThat(graph.as(Tokens.person(ann)).entities("User", key, field).errors()).isEmpty();
    assertThat(graph.as(Tokens.service("health")).entities("User", key, field).errors()).isEmpty();

    for (var token :
        List.of(Tokens.person(bob), Tokens.admin(bob), Tokens.person(ann, "finance:write"))) {
      var answer = graph.as(token).entities("User", key, field);
      assertThat(answer.firstErrorCode()).isEqualTo("FORBIDDEN");
      assertThat(answer.at("_entities.0").valueStream()).allMatch(JsonNode::isNull);
    }
  }

  @Test
  void aTransactionOfAnotherPersonIsNotFoundAndNothingChanges() {
    var missing = List.of("NOT_FOUND input.id");

    assertThat(errors(change("updateTransaction", Map.of("id", transaction, "amount", "-1"))))
        .isEqualTo(missing);
    assertThat(errors(change("deleteTransaction", Map.of("id", transaction)))).isEqualTo(missing);
    assertThat(errors(change("updateAccount", Map.of("id", account, "name", "Mine"))))
        .isEqualTo(missing);
    assertThat(errors(change("closeAccount", Map.of("id", account)))).isEqualTo(missing);
    assertThat(
            errors(
                change(
                    "categorizeTransactions",
                    Map.of("ids", List.of(transaction), "category", "FEES"))))
        .containsExactly("NOT_FOUND input.ids.0");
    assertThat(errors(change("recordTransaction", transaction(account, "5", "2026-03-01"))))
        .containsExactly("NOT_FOUND input.accountId");

    assertThat(balance(ann, account)).isEqualTo("58.00");
    assertThat(texts(transactions(ann), "/amount/amount")).containsExactly("-42.00");
    assertThat(texts(transactions(ann), "/category/code")).containsExactly("UNCATEGORIZED");
    assertThat(texts(of(ann, "accounts { name }").path("accounts"), "/name"))
        .containsExactly("Account");
    assertThat(transactions(bob)).isEmpty();
  }

  private JsonNode change(String mutation, Map<String, Object> input) {
    return mutate(bob, mutation, "", input);
  }

  @Test
  void aPageOfAnothersAccountByFilterIsEmpty() {
    var filter = "transactions(filter: {accountIds: [\"%s\"]}) { edges { cursor } }";

    assertThat(of(bob, filter.formatted(account)).at("/transactions/edges")).isEmpty();
    assertThat(of(ann, filter.formatted(account)).at("/transactions/edges")).hasSize(1);
  }

  @Test
  void aBatchWithOneForeignAccountRecordsNothing() {
    var own = open(bob, "CASH", "EUR", "0");
    var batch =
        List.of(transaction(own, "1", "2026-03-01"), transaction(account, "1", "2026-03-01"));

    var payload = change("recordTransactions", Map.of("transactions", batch));

    assertThat(errors(payload)).containsExactly("NOT_FOUND input.transactions.1.accountId");
    assertThat(balance(bob, own)).isEqualTo("0.00");
    assertThat(transactions(bob)).isEmpty();
  }

  @Test
  void changingNeedsTheScopeAndAPerson() {
    var document =
        "mutation { deleteTransaction(input: {id: \"%s\"}) { deletedId } }".formatted(transaction);
    assertThat(graph.as(Tokens.person(ann, "finance:read")).send(document).firstErrorCode())
        .isEqualTo("FORBIDDEN");
    assertThat(graph.as(Tokens.service("health")).send(document).firstErrorCode())
        .isEqualTo("FORBIDDEN");
    assertThat(graph.as(Tokens.person(ann, "finance:write")).send(document).ok().status())
        .isEqualTo(200);
  }
}
