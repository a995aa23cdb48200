package dev.lifeos.auth.factor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeos.auth.AuthTest;
import dev.lifeos.test.Answer;
import dev.lifeos.test.Graph;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** People with apps for codes, and a clock that goes on from code to code. */
public abstract class FactorTest extends AuthTest {

  protected static final String ERRORS = "errors { code path retryAfter }";
  protected static final String LOGGED_IN =
      "user { id totpEnabled } session { accessToken refreshToken } " + ERRORS;

  private static final long STEP = 30;

  @Autowired protected JdbcClient jdbc;

  /** Has the person use an app from now on. */
  protected App appOf(Somebody person) {
    return appOf(graph.as(person.accessToken()));
  }

  protected App appOf(Graph ann) {
    var begun = enroll(ann).ok();
    assertThat(begun.list("enrollTotp.errors")).isEmpty();
    var secret = String.valueOf(begun.data("enrollTotp.secret"));
    nextStep();
    var confirmed = confirm(ann, new App(secret, clock, List.of()).code()).ok();
    var codes =
        confirmed.list("confirmTotp.recoveryCodes").stream().map(JsonNode::asString).toList();
    assertThat(codes).hasSize(10).doesNotHaveDuplicates();
    nextStep();
    return new App(secret, clock, codes);
  }

  /** Puts the clock to where the next code begins. */
  protected void nextStep() {
    var begins = Instant.ofEpochSecond((clock.instant().getEpochSecond() / STEP + 1) * STEP + 1);
    clock.ahead(Duration.between(Clock.systemUTC().instant(), begins));
  }

  /** Puts the clock forward from where it is. */
  protected void later(Duration duration) {
    clock.ahead(Duration.between(Clock.systemUTC().instant(), clock.instant().plus(duration)));
  }

  protected Answer enroll(Graph as) {
    return mutate(as, "enrollTotp", Map.of(), "secret uri expiresAt " + ERRORS);
  }

  protected Answer confirm(Graph as, String code) {
    return mutate(
        as, "confirmTotp", Map.of("code", code), "user { totpEnabled } recoveryCodes " + ERRORS);
  }

  /** The first step of a log-in, which is asked for a second. */
  protected String challenge(Somebody person) {
    var input = Map.of("email", person.email(), "password", PASSWORD);
    var answer = mutate(graph, "login", input, LOGGED_IN + " challenge { token expiresAt }").ok();
    assertThat(answer.at("login.session").isNull()).isTrue();
    assertThat(answer.at("login.user").isNull()).isTrue();
    return String.valueOf(answer.data("login.challenge.token"));
  }

  protected Answer complete(String challenge, String code) {
    return mutate(graph, "completeLogin", Map.of("challenge", challenge, "code", code), LOGGED_IN);
  }

  protected Answer recover(String challenge, String code) {
    return mutate(
        graph, "completeLogin", Map.of("challenge", challenge, "recoveryCode", code), LOGGED_IN);
  }

  /** The access token of a new session by both steps. */
  protected String loginWith(App app, Somebody person) {
    nextStep();
    return String.valueOf(
        complete(challenge(person), app.code()).ok().data("completeLogin.session.accessToken"));
  }

  /** A token of the same session when it has not been authenticated for a while. */
  protected Graph stale(Somebody person) {
    later(Duration.ofMinutes(11));
    return graph.as(
        String.valueOf(
            refresh(person.refreshToken()).ok().data("refreshSession.session.accessToken")));
  }

  protected List<String> events(Graph as) {
    return as.send("{ me { securityEvents(first: 50) { edges { node { type } } } } }")
        .ok()
        .at("me.securityEvents.edges")
        .findValuesAsString("type");
  }

  protected static @Nullable String code(Answer answer, String field) {
    return answer.ok().data(field + ".errors.0.code");
  }
}
