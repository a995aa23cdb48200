package dev.lifeos.auth.factor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeos.auth.MailBox;
import dev.lifeos.test.Answer;
import dev.lifeos.test.Graph;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StepUpTest extends FactorTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "enrollTotp",
        "disableTotp",
        "regenerateRecoveryCodes",
        "beginPasskeyRegistration",
        "deletePasskey"
      })
  void factors_are_changed_only_shortly_after_showing_who_one_is(String field) {
    var ann = somebody();
    var as = stale(ann);
    Map<String, ?> input =
        switch (field) {
          case "beginPasskeyRegistration" -> Map.of("label", "Phone");
          case "deletePasskey" -> Map.of("id", UUID.randomUUID());
          default -> Map.of();
        };
    assertThat(code(mutate(as, field, input, ERRORS), field)).isEqualTo("STEP_UP_REQUIRED");
    assertThat(code(stepUp(as, Map.of("password", PASSWORD)), "stepUp")).isNull();
    assertThat(code(mutate(as, field, input, ERRORS), field)).isNotEqualTo("STEP_UP_REQUIRED");
  }

  @Test
  void a_step_up_holds_for_ten_minutes_in_its_session_only() {
    var ann = somebody();
    var elsewhere = login(ann.email(), PASSWORD).ok().data("login.session.refreshToken");
    var as = stale(ann);
    var other =
        graph.as(
            String.valueOf(
                refresh(String.valueOf(elsewhere))
                    .ok()
                    .data("refreshSession.session.accessToken")));
    assertThat(code(stepUp(as, Map.of("password", PASSWORD)), "stepUp")).isNull();
    assertThat(code(enroll(other), "enrollTotp")).isEqualTo("STEP_UP_REQUIRED");
    assertThat(code(enroll(as), "enrollTotp")).isNull();
    later(Duration.ofMinutes(10).plusSeconds(1));
    assertThat(code(enroll(as), "enrollTotp")).isEqualTo("STEP_UP_REQUIRED");
    assertThat(events(as)).contains("STEPPED_UP");
  }

  @Test
  void a_wrong_password_steps_nobody_up_and_is_counted() {
    var ann = somebody();
    var as = stale(ann);
    for (var time = 0; time < 10; time++) {
      assertThat(code(stepUp(as, Map.of("password", "not-" + PASSWORD)), "stepUp"))
          .isEqualTo("INVALID_CREDENTIALS");
    }
    assertThat(code(stepUp(as, Map.of("password", PASSWORD)), "stepUp"))
        .isEqualTo("TOO_MANY_ATTEMPTS");
    assertThat(code(enroll(as), "enrollTotp")).isEqualTo("STEP_UP_REQUIRED");
    assertThat(events(as)).contains("SECOND_FACTOR_FAILED");
    assertThat(MailBox.subjects(ann.email(), 2))
        .contains("Somebody failed to get into your LifeOS account");
  }

  @Test
  void with_an_app_the_password_is_not_enough() {
    var ann = somebody();
    var app = appOf(ann);
    var as = stale(ann);
    var answer = stepUp(as, Map.of("password", PASSWORD)).ok();
    assertThat(answer.data("stepUp.errors.0.code")).isEqualTo("REQUIRED");
    assertThat(answer.at("stepUp.errors.0.path").toString()).isEqualTo("[\"input\",\"code\"]");
    assertThat(code(stepUp(as, Map.of("code", app.wrong())), "stepUp")).isEqualTo("WRONG_CODE");
    assertThat(code(mutate(as, "disableTotp", Map.of(), ERRORS), "disableTotp"))
        .isEqualTo("STEP_UP_REQUIRED");
    assertThat(code(stepUp(as, Map.of("code", app.code())), "stepUp")).isNull();
    assertThat(code(mutate(as, "disableTotp", Map.of(), ERRORS), "disableTotp")).isNull();
  }

  @Test
  void a_code_that_stepped_up_does_not_log_in() {
    var ann = somebody();
    var app = appOf(ann);
    var as = stale(ann);
    assertThat(code(stepUp(as, Map.of("code", app.code())), "stepUp")).isNull();
    assertThat(code(complete(challenge(ann), app.code()), "completeLogin")).isEqualTo("WRONG_CODE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"disableTotp", "regenerateRecoveryCodes"})
  void a_code_sent_along_will_do(String field) {
    var ann = somebody();
    var app = appOf(ann);
    var as = stale(ann);
    assertThat(code(mutate(as, field, Map.of("code", app.wrong()), ERRORS), field))
        .isEqualTo("WRONG_CODE");
    assertThat(code(mutate(as, field, Map.of("code", app.code()), ERRORS), field)).isNull();
  }

  @Test
  void who_has_no_password_logs_in_again() {
    var ann = somebody();
    jdbc.sql("UPDATE account SET password_hash = NULL WHERE id = cast(? AS uuid)")
        .param(ann.id())
        .update();
    var as = stale(ann);
    assertThat(code(stepUp(as, Map.of("password", PASSWORD)), "stepUp")).isEqualTo("NOT_ALLOWED");
    assertThat(code(stepUp(as, Map.of()), "stepUp")).isEqualTo("NOT_ALLOWED");
  }

  @Test
  void a_proof_is_needed() {
    assertThat(code(stepUp(graph.as(somebody().accessToken()), Map.of()), "stepUp"))
        .isEqualTo("REQUIRED");
  }

  private Answer stepUp(Graph as, Map<String, ?> input) {
    return mutate(as, "stepUp", input, ERRORS);
  }
}
