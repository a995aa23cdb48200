package dev.lifeos.auth.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class ExchangeTest extends AppTest {

  @Autowired private JdbcClient jdbc;

  @Test
  void a_code_that_comes_again_ends_what_it_gave() {
    var ann = somebody();
    var app = app("HEALTH_READ");
    var other = granted(ann, app, "HEALTH_READ");
    var code = code(ann, app, "HEALTH_READ");
    var token =
        String.valueOf(
            exchange(exchanging(app, code)).ok().data("exchangeAppCode.tokens.refreshToken"));
    assertThat(refusal(exchanging(app, code))).isEqualTo("INVALID_CODE");
    assertThat(refusal(app, token)).isEqualTo("INVALID_TOKEN");
    assertThat(renewed(app, other.refreshToken())).as("another consent").isNotNull();
    assertThat(refresh(ann.refreshToken()).ok().data("refreshSession.session.refreshToken"))
        .as("the person's own session")
        .isNotNull();
  }

  @Test
  void a_code_that_comes_again_after_a_renewal_ends_the_successor_too() {
    var app = publicApp("HEALTH_READ");
    var code = code(somebody(), app, "HEALTH_READ");
    var token =
        String.valueOf(
            exchange(exchanging(app, code)).ok().data("exchangeAppCode.tokens.refreshToken"));
    var next = String.valueOf(renewed(app, token));
    clock.ahead(Duration.ofHours(1));
    assertThat(refusal(exchanging(app, code))).isEqualTo("INVALID_CODE");
    assertThat(refusal(app, next)).isEqualTo("INVALID_TOKEN");
  }

  @RepeatedTest(4)
  void of_many_at_once_with_one_code_one_is_answered_and_then_nobody_has_anything() {
    var app = publicApp("HEALTH_READ");
    var code = code(somebody(), app, "HEALTH_READ");
    var tokens =
        atOnce(16, () -> exchange(exchanging(app, code)).ok()).stream()
            .map(answer -> answer.data("exchangeAppCode.tokens.refreshToken"))
            .filter(Objects::nonNull)
            .toList();
    assertThat(tokens).hasSize(1);
    assertThat(refusal(app, String.valueOf(tokens.getFirst()))).isEqualTo("INVALID_TOKEN");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "another-verifier-of-enough-characters-for-anybody"})
  void a_wrong_verifier_uses_the_code_up(String verifier) {
    var app = app("HEALTH_READ");
    var code = code(somebody(), app, "HEALTH_READ");
    assertThat(refusal(with(exchanging(app, code), "codeVerifier", verifier)))
        .isEqualTo("INVALID_CODE");
    assertThat(refusal(exchanging(app, code))).isEqualTo("INVALID_CODE");
  }

  @Test
  void the_challenge_itself_is_no_verifier() {
    var app = publicApp("HEALTH_READ");
    var code = code(somebody(), app, "HEALTH_READ");
    var plain = with(exchanging(app, code), "codeVerifier", challenge(VERIFIER));
    assertThat(refusal(plain)).isEqualTo("INVALID_CODE");
  }

  @Test
  void without_a_verifier_nothing_is_exchanged() {
    var app = app("HEALTH_READ");
    var input = exchanging(app, code(somebody(), app, "HEALTH_READ"));
    input.remove("codeVerifier");
    assertThat(exchange(input).firstErrorCode()).isEqualTo("BAD_USER_INPUT");
  }

  @Test
  void the_code_of_another_app_gives_nothing_and_stays_good_for_its_own() {
    var app = app("HEALTH_READ");
    var other = app("HEALTH_READ");
    var code = code(somebody(), app, "HEALTH_READ");
    assertThat(refusal(exchanging(other, code))).isEqualTo("INVALID_CODE");
    assertThat(exchange(exchanging(app, code)).ok().data("exchangeAppCode.tokens.accessToken"))
        .isNotNull();
    assertThat(refusal(exchanging(other, code))).isEqualTo("INVALID_CODE");
    assertThat(refusal(exchanging(new Client(app.id(), other.secret()), code)))
        .isEqualTo("INVALID_CLIENT");
  }

  @Test
  void a_code_is_good_for_the_address_it_was_sent_to() {
    var app = app("HEALTH_READ");
    var code = code(somebody(), app, "HEALTH_READ");
    var elsewhere = with(exchanging(app, code), "redirectUri", "http://127.0.0.1:8123/back");
    assertThat(refusal(elsewhere)).isEqualTo("INVALID_CODE");
  }

  @Test
  void a_code_is_good_for_a_minute() {
    var app = app("HEALTH_READ");
    var code = code(somebody(), app, "HEALTH_READ");
    clock.ahead(Duration.ofSeconds(61));
    assertThat(refusal(exchanging(app, code))).isEqualTo("INVALID_CODE");
  }

  @Test
  void a_code_is_good_for_nothing_when_the_session_it_was_given_in_has_ended() {
    var ann = somebody();
    var app = app("HEALTH_READ");
    var code = code(ann, app, "HEALTH_READ");
    mutate(graph, "logout", Map.of("refreshToken", ann.refreshToken()), "errors { code }").ok();
    assertThat(refusal(exchanging(app, code))).isEqualTo("INVALID_CODE");
  }

  @Test
  void a_wrong_secret_is_answered_like_an_unknown_app() {
    var app = app("HEALTH_READ");
    var code = code(somebody(), app, "HEALTH_READ");
    var wrong = exchange(with(exchanging(app, code), "clientSecret", "x".repeat(43))).ok();
    var unknown =
        exchange(with(exchanging(app, code), "clientId", UUID.randomUUID().toString())).ok();
    assertThat(wrong.data("exchangeAppCode.errors.0.code")).isEqualTo("INVALID_CLIENT");
    assertThat(unknown.body()).isEqualTo(wrong.body());
    var without = new HashMap<>(exchanging(app, code));
    without.remove("clientSecret");
    assertThat(refusal(without)).isEqualTo("INVALID_CLIENT");
    assertThat(exchange(exchanging(app, code)).ok().data("exchangeAppCode.tokens.accessToken"))
        .as("the code was not looked at")
        .isNotNull();
  }

  @Test
  void a_public_app_sends_no_secret() {
    var app = publicApp("HEALTH_READ");
    var code = code(somebody(), app, "HEALTH_READ");
    assertThat(refusal(with(exchanging(app, code), "clientSecret", "x".repeat(43))))
        .isEqualTo("INVALID_CLIENT");
    assertThat(exchange(exchanging(app, code)).ok().data("exchangeAppCode.tokens.accessToken"))
        .isNotNull();
  }

  @Test
  void who_guesses_a_secret_is_shut_out_and_the_app_is_not() {
    var app = app("HEALTH_READ");
    var guess = with(exchanging(app, "a-code"), "clientSecret", "x".repeat(43));
    var guesser = graph.with("X-Forwarded-For", "203.0.113.7");
    for (var time = 0; time < 50; time++) {
      assertThat(mutate(guesser, "exchangeAppCode", guess, TOKENS).body())
          .contains("INVALID_CLIENT");
    }
    var shut = mutate(guesser, "exchangeAppCode", guess, TOKENS).ok();
    assertThat(shut.data("exchangeAppCode.errors.0.code")).isEqualTo("TOO_MANY_ATTEMPTS");
    assertThat(shut.data("exchangeAppCode.errors.0.retryAfter")).isNotNull();
    assertThat(granted(somebody(), app, "HEALTH_READ").accessToken()).isNotEqualTo("null");
    clock.ahead(Duration.ofMinutes(16));
    assertThat(mutate(guesser, "exchangeAppCode", guess, TOKENS).body()).contains("INVALID_CLIENT");
  }

  @Test
  void neither_codes_nor_tokens_lie_open_in_the_database() {
    var app = app("HEALTH_READ");
    var code = code(somebody(), app, "HEALTH_READ");
    var token =
        String.valueOf(
            exchange(exchanging(app, code)).ok().data("exchangeAppCode.tokens.refreshToken"));
    var rows =
        jdbc.sql(
                """
                SELECT row_to_json(c)::text || encode(code_hash, 'escape') FROM app_code c
                UNION ALL
                SELECT row_to_json(t)::text || encode(token_hash, 'escape') FROM app_refresh_token t
                """)
            .query(String.class)
            .list();
    assertThat(rows).isNotEmpty().noneMatch(row -> row.contains(code) || row.contains(token));
  }

  @Test
  void what_has_expired_is_deleted(@Autowired AppExpiry expiry) {
    var app = app("HEALTH_READ");
    granted(somebody(), app, "HEALTH_READ");
    clock.ahead(Duration.ofDays(31));
    expiry.deleteExpired();
    assertThat(rows("SELECT count(*) FROM app_code WHERE client_id = cast(? AS uuid)", app))
        .isZero();
    assertThat(
            rows(
                "SELECT count(*) FROM app_refresh_token t JOIN session s ON s.id = t.session_id WHERE client_id = cast(? AS uuid)",
                app))
        .isZero();
  }

  private long rows(String count, Client app) {
    return jdbc.sql(count).param(app.id()).query(Long.class).single();
  }

  private String refusal(Map<String, ?> input) {
    return String.valueOf(exchange(input).ok().data("exchangeAppCode.errors.0.code"));
  }
}
