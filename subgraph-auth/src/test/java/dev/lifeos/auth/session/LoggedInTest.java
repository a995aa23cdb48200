package dev.lifeos.auth.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeos.auth.AuthTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoggedInTest extends AuthTest {

  private static final String PROFILE =
      "user { id fullName email timeZone sessions { edges { node { current } } } } errors { code }";

  @Test
  void who_confirms_an_address_sees_their_profile_in_the_answer() {
    var email = address();
    var answer = join(email, Map.of("timeZone", "Pacific/Kiritimati"), PROFILE).ok();
    assertThat(answer.data("verifyEmail.user.email")).isEqualTo(email);
    assertThat(answer.data("verifyEmail.user.timeZone")).isEqualTo("Pacific/Kiritimati");
  }

  @Test
  void who_logs_in_sees_their_profile_and_the_new_session_in_the_answer() {
    var ann = somebody();
    var input = Map.of("email", ann.email(), "password", PASSWORD);
    var answer = mutate(graph, "login", input, PROFILE).ok();
    assertThat(answer.data("login.user.fullName")).isEqualTo("Ann Example");
    assertThat(answer.at("login.user.sessions.edges").findValuesAsString("current"))
        .containsExactlyInAnyOrder("true", "false");
  }

  @Test
  void who_logs_in_with_the_token_of_another_sees_their_own_profile() {
    var ann = somebody();
    var input = Map.of("email", ann.email(), "password", PASSWORD);
    var answer = mutate(graph.as(somebody().accessToken()), "login", input, PROFILE).ok();
    assertThat(answer.data("login.user.email")).isEqualTo(ann.email());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "other: updateProfile(input: {fullName: \"Eve\"}) { user { id } } %s",
        "%s other: updateProfile(input: {fullName: \"Eve\"}) { user { id } }"
      })
  void a_login_opens_nothing_else_in_the_request(String fields) {
    var ann = somebody();
    var login = "login(input: $input) { user { email } }";
    var document = "mutation ($input: LoginInput!) { %s }".formatted(fields.formatted(login));
    var input = Map.of("email", ann.email(), "password", PASSWORD);
    var answer = graph.send(document, Map.of("input", input));
    assertThat(answer.errorCodes()).containsExactly("UNAUTHENTICATED");
    assertThat(answer.errors().getFirst().path("path").path(0).asString()).isEqualTo("other");
    var me = graph.as(ann.accessToken()).send("{ me { fullName } }").ok();
    assertThat(me.data("me.fullName")).isEqualTo("Ann Example");
  }

  @Test
  void a_failed_login_gives_nothing_beside_a_good_one() {
    var ann = somebody();
    var document =
        """
        mutation ($right: LoginInput!, $wrong: LoginInput!) {
          right: login(input: $right) { user { email } }
          wrong: login(input: $wrong) { user { email } errors { code } }
        }
        """;
    var right = Map.of("email", ann.email(), "password", PASSWORD);
    var wrong = Map.of("email", ann.email(), "password", "not-" + PASSWORD);
    var answer = graph.send(document, Map.of("right", right, "wrong", wrong)).ok();
    assertThat(answer.data("right.user.email")).isEqualTo(ann.email());
    assertThat(answer.at("wrong.user").isNull()).isTrue();
    assertThat(answer.data("wrong.errors.0.code")).isEqualTo("INVALID_CREDENTIALS");
  }

  @Test
  void a_failed_login_gives_nothing() {
    var ann = somebody();
    var input = Map.of("email", ann.email(), "password", "not-" + PASSWORD);
    var answer = mutate(graph, "login", input, PROFILE).ok();
    assertThat(answer.at("login.user").isNull()).isTrue();
    assertThat(answer.data("login.errors.0.code")).isEqualTo("INVALID_CREDENTIALS");
  }

  @ParameterizedTest
  @CsvSource({"login, 3", "registerUser, 3", "refreshSession, 19"})
  void only_a_few_fit_into_one_operation(String field, int most) {
    var input =
        switch (field) {
          case "login" -> Map.of("email", address(), "password", PASSWORD);
          case "registerUser" -> Map.of("email", address(), "password", "short", "fullName", "A");
          default -> Map.of("refreshToken", "unknown");
        };
    repeat(most, field, input).ok();
    var tooMany = repeat(most + 1, field, input);
    assertThat(tooMany.firstErrorCode()).isEqualTo("QUERY_TOO_EXPENSIVE");
    assertThat(tooMany.data("m0")).isNull();
  }
}
