package dev.lifeos.finance.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeos.finance.FinanceTest;
import dev.lifeos.test.Tokens;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class ManualAccountsTest extends FinanceTest {

  private static final Map<String, Object> GIRO =
      Map.of("name", "Giro", "type", "CHECKING", "currency", "EUR");

  private JsonNode create(Map<String, Object> input) {
    return mutate(ann, "createManualAccount", "account { %s }".formatted(ACCOUNT), input);
  }

  private JsonNode update(Map<String, Object> input) {
    return mutate(ann, "updateAccount", "account { %s }".formatted(ACCOUNT), input);
  }

  private JsonNode close(String id) {
    return mutate(ann, "closeAccount", "account { %s }".formatted(ACCOUNT), Map.of("id", id));
  }

  @Test
  void anAccountIsOpenedWithWhatIsInIt() {
    var input = new HashMap<>(GIRO);
    input.putAll(
        Map.of(
            "name", "  Giro ",
            "openingBalance", "1250.5",
            "openedOn", "2026-01-01",
            "institution", "Sparkasse",
            "mask", "1234"));

    var account = done(create(input)).path("account");

    assertThat(account.path("name").asString()).isEqualTo("Giro");
    assertThat(account.path("type").asString()).isEqualTo("CHECKING");
    assertThat(account.path("institution").asString()).isEqualTo("Sparkasse");
    assertThat(account.path("mask").asString()).isEqualTo("1234");
    assertThat(account.path("currency").asString()).isEqualTo("EUR");
    assertThat(account.at("/balance/amount").asString()).isEqualTo("1250.50");
    assertThat(account.at("/balance/currency").asString()).isEqualTo("EUR");
    assertThat(account.at("/openingBalance/amount").asString()).isEqualTo("1250.50");
    assertThat(account.path("openedOn").asString()).isEqualTo("2026-01-01");
    assertThat(account.path("createdAt").asString()).isEqualTo("2026-03-31T10:30:00Z");
    assertThat(account.path("closedAt").isNull()).isTrue();
    assertThat(list(of(ann, "accounts { %s }".formatted(ACCOUNT)).path("accounts")))
        .containsExactly(account);
  }

  @ParameterizedTest
  @CsvSource({"EUR, 0.00", "JPY, 0", "KWD, 0.000", "CLF, 0.0000"})
  void anEmptyAccountHasAsManyDecimalsAsItsCurrency(String currency, String zero) {
    var account = done(create(with(GIRO, "currency", currency))).path("account");

    assertThat(account.at("/balance/amount").asString()).isEqualTo(zero);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          name,           '',                   REQUIRED
          name,           '   ',                REQUIRED
          name,           'two\nlines',         INVALID
          currency,       XAU,                  INVALID
          currency,       XXX,                  INVALID
          openingBalance, 0.001,                INVALID
          openingBalance, 1000000000000000,     OUT_OF_RANGE
          openingBalance, -1000000000000000,    OUT_OF_RANGE
          openedOn,       2026-04-02,           OUT_OF_RANGE
          openedOn,       1899-12-31,           OUT_OF_RANGE
          mask,           12345678901,          TOO_LONG
          idempotencyKey, 'a b',                INVALID
          """)
  void badInputIsRefused(String field, String value, String code) {
    var payload = create(with(GIRO, field, value.replace("\\n", "\n")));

    assertThat(errors(payload)).contains(code + " input." + field);
    assertThat(payload.path("account").isNull()).isTrue();
    assertThat(of(ann, "accounts { id }").path("accounts")).isEmpty();
  }

  @Test
  void textsAreBoundedAndWithoutControlCharacters() {
    for (var bad : List.of("nul\u0000", "bell\u0007", "delete\u007f")) {
      assertThat(errors(create(with(GIRO, "name", bad)))).containsExactly("INVALID input.name");
    }
    assertThat(errors(create(with(GIRO, "name", "x".repeat(101)))))
        .containsExactly("TOO_LONG input.name");
    assertThat(errors(create(with(GIRO, "name", "😀".repeat(50))))).isEmpty();
  }

  @Test
  void halfACharacterIsRefused() {
    var document =
        "mutation ($name: String!) { createManualAccount(input: %s) { errors { code } } }";
    var input = "{name: $name, type: CASH, currency: \\\"EUR\\\"}";

    var answer =
        graph
            .as(Tokens.person(ann))
            .sendRaw(
                "{\"query\": \"%s\", \"variables\": {\"name\": \"lone\\ud800\"}}"
                    .formatted(document.formatted(input)));

    assertThat(answer.ok().data("createManualAccount.errors.0.code")).isEqualTo("INVALID");
  }

  @Test
  void whatIsNoCurrencyOrTypeAtAllIsRefused() {
    for (var bad : List.of(with(GIRO, "currency", "EURO"), with(GIRO, "type", "MATTRESS"))) {
      assertThat(answer(ann, "createManualAccount", "account { id }", bad).firstErrorCode())
          .isEqualTo("BAD_USER_INPUT");
    }
  }

  @Test
  void whatIsLeftOutOfAnUpdateStaysAndNullClears() {
    var id = open(ann, with(with(GIRO, "institution", "Sparkasse"), "mask", "1234"));

    var named = done(update(Map.of("id", id, "name", "Everyday"))).path("account");
    assertThat(named.path("name").asString()).isEqualTo("Everyday");
    assertThat(named.path("institution").asString()).isEqualTo("Sparkasse");

    var cleared = new HashMap<String, Object>(Map.of("id", id, "mask", "99"));
    cleared.put("institution", null);
    var account = done(update(cleared)).path("account");
    assertThat(account.path("name").asString()).isEqualTo("Everyday");
    assertThat(account.path("institution").isNull()).isTrue();
    assertThat(account.path("mask").asString()).isEqualTo("99");
    assertThat(errors(update(Map.of("id", id, "name", " ")))).containsExactly("INVALID input.name");
    assertThat(errors(update(Map.of("id", id, "mask", "x".repeat(11)))))
        .containsExactly("TOO_LONG input.mask");
  }

  @Test
  void anUpdateDoesNotTouchTheBalance() throws Exception {
    var id = open(ann, "CHECKING", "EUR", "10");
    var requests =
        IntStream.range(0, 20)
            .<Callable<Object>>mapToObj(n ->
                n % 2 == 0
                    ? () -> done(update(Map.of("id", id, "name", "Name " + n)))
                    : () -> record(ann, transaction(id, "1", "2026-03-01")))
            .toList();

    atOnce(requests);

    assertThat(balance(ann, id)).isEqualTo("20.00");
  }

  @Test
  void onlyAnEmptyAccountCanBeClosed() {
    var id = open(ann, "CHECKING", "EUR", "10");
    assertThat(errors(close(id))).containsExactly("NOT_ALLOWED input.id");

    record(ann, transaction(id, "-10", "2026-03-01"));
    var account = done(close(id)).path("account");

    assertThat(account.path("closedAt").asString()).isEqualTo("2026-03-31T10:30:00Z");
    assertThat(done(close(id)).path("account")).isEqualTo(account);
    assertThat(of(ann, "accounts { id }").path("accounts")).isEmpty();
    assertThat(texts(of(ann, "accounts(includeClosed: true) { id }").path("accounts"), "/id"))
        .containsExactly(id);
  }

  @Test
  void theBalanceOfAClosedAccountNoLongerChanges() {
    var id = open(ann, "CHECKING", "EUR", "10");
    var last = record(ann, transaction(id, "-10", "2026-03-01")).path("id").asString();
    done(close(id));

    var recorded =
        mutate(ann, "recordTransaction", "transaction { id }", transaction(id, "1", "2026-03-02"));
    var updated =
        mutate(ann, "updateTransaction", "transaction { id }", Map.of("id", last, "amount", "-9"));
    var deleted = mutate(ann, "deleteTransaction", "deletedId", Map.of("id", last));

    assertThat(errors(recorded)).containsExactly("NOT_ALLOWED input.accountId");
    assertThat(errors(updated)).containsExactly("NOT_ALLOWED input.id");
    assertThat(errors(deleted)).containsExactly("NOT_ALLOWED input.id");
    assertThat(balance(ann, id)).isEqualTo("0.00");
    assertThat(texts(transactions(ann), "/amount/amount")).containsExactly("-10.00");
    done(
        mutate(
            ann, "updateTransaction", "transaction { id }", Map.of("id", last, "notes", "Gone")));
  }

  @Test
  void aPersonHasFiftyAccountsAtMostEvenWhenAskingForManyAtOnce() throws Exception {
    var requests =
        IntStream.range(0, 60)
            .<Callable<JsonNode>>mapToObj(n -> () -> create(with(GIRO, "name", "Account " + n)))
            .toList();

    var errors = atOnce(requests).stream().flatMap(payload -> errors(payload).stream()).toList();

    assertThat(errors).isEqualTo(Collections.nCopies(10, "TOO_MANY input"));
    assertThat(of(ann, "accounts { id }").path("accounts")).hasSize(50);
  }

  @Test
  void theSameRequestSentTwiceOpensOneAccount() throws Exception {
    var input = with(GIRO, "idempotencyKey", "k1");
    Callable<JsonNode> request = () -> done(create(input));

    var payloads = atOnce(List.of(request, request, request, request));

    assertThat(payloads).allMatch(payloads.getFirst()::equals);
    assertThat(of(ann, "accounts { id }").path("accounts")).hasSize(1);
    assertThat(errors(create(with(input, "name", "Other"))))
        .containsExactly("CONFLICT input.idempotencyKey");
    assertThat(errors(create(with(input, "openingBalance", "0.00")))).isEmpty();
  }
}
