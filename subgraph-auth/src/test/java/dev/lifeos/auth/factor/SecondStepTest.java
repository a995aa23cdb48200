package dev.lifeos.auth.factor;

import static org.assertj.core.api.Assertions.assertThat;

import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import dev.lifeos.auth.MailBox;
import dev.lifeos.auth.account.People;
import dev.lifeos.auth.device.Device;
import dev.lifeos.auth.session.LoggedIn;
import dev.lifeos.auth.session.LoginMethod;
import dev.lifeos.auth.session.SecondFactor;
import dev.lifeos.test.Answer;
import graphql.schema.DataFetchingEnvironmentImpl;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

class SecondStepTest extends FactorTest {

  private static final int LIMIT = 5;

  @Autowired private SecondFactor secondFactor;
  @Autowired private LoggedIn loggedIn;
  @Autowired private People people;
  @Autowired private ApplicationContext context;

  @Test
  void a_code_is_good_once_and_an_older_one_never_again() {
    var ann = somebody();
    var app = appOf(ann);
    var code = app.code();
    var older = app.code(-1);
    assertThat(code(complete(challenge(ann), code), "completeLogin")).isNull();
    assertThat(code(complete(challenge(ann), code), "completeLogin")).isEqualTo("WRONG_CODE");
    assertThat(code(complete(challenge(ann), older), "completeLogin")).isEqualTo("WRONG_CODE");
    nextStep();
    assertThat(code(complete(challenge(ann), app.code()), "completeLogin")).isNull();
  }

  @Test
  void a_clock_may_be_off_by_one_step_and_not_by_two() {
    var ann = somebody();
    var app = appOf(ann);
    assertThat(code(complete(challenge(ann), app.code(2)), "completeLogin"))
        .isEqualTo("WRONG_CODE");
    assertThat(code(complete(challenge(ann), app.code(1)), "completeLogin")).isNull();
  }

  @Test
  void people_type_codes_with_spaces() {
    var ann = somebody();
    var code = appOf(ann).code();
    var spaced = " " + code.substring(0, 3) + " " + code.substring(3);
    assertThat(code(complete(challenge(ann), spaced), "completeLogin")).isNull();
  }

  @Test
  void of_many_log_ins_at_once_with_one_code_one_succeeds() {
    var ann = somebody();
    var code = appOf(ann).code();
    var challenges =
        new ConcurrentLinkedQueue<>(Stream.generate(() -> challenge(ann)).limit(LIMIT).toList());
    var answers = atOnce(LIMIT, () -> complete(challenges.remove(), code));
    assertThat(sessions(answers)).hasSize(1);
  }

  @Test
  void of_many_answers_at_once_to_one_challenge_one_succeeds() {
    var ann = somebody();
    var app = appOf(ann);
    var challenge = challenge(ann);
    var codes =
        new ConcurrentLinkedQueue<>(List.of(app.code(), app.code(1), app.code(), app.code(1)));
    var answers = atOnce(4, () -> complete(challenge, codes.remove()));
    assertThat(sessions(answers)).hasSize(1);
    nextStep();
    nextStep();
    assertThat(code(complete(challenge, app.code()), "completeLogin"))
        .isEqualTo("INVALID_CHALLENGE");
  }

  @Test
  void wrong_codes_leave_the_challenge_as_it_is() {
    var ann = somebody();
    var app = appOf(ann);
    var challenge = challenge(ann);
    for (var wrong : List.of(app.wrong(), "", "no code", "١٢٣٤٥٦")) {
      assertThat(code(complete(challenge, wrong), "completeLogin")).isEqualTo("WRONG_CODE");
    }
    assertThat(code(complete(challenge, app.code()), "completeLogin")).isNull();
  }

  @Test
  void five_wrong_codes_close_the_second_step_for_a_quarter_of_an_hour() {
    var ann = somebody();
    var app = appOf(ann);
    var challenge = challenge(ann);
    var wrong = app.wrong();
    atOnce(LIMIT, () -> complete(challenge, wrong));
    var refused = complete(challenge, app.code()).ok();
    assertThat(refused.data("completeLogin.errors.0.code")).isEqualTo("TOO_MANY_ATTEMPTS");
    var retryAfter = Instant.parse(refused.data("completeLogin.errors.0.retryAfter"));
    assertThat(Duration.between(clock.instant(), retryAfter))
        .isPositive()
        .isLessThanOrEqualTo(Duration.ofMinutes(15));
    later(Duration.ofMinutes(15).plusSeconds(1));
    assertThat(code(complete(challenge(ann), app.code()), "completeLogin")).isNull();
  }

  @Test
  void failures_are_written_down_and_told_by_one_mail() {
    var ann = somebody();
    var app = appOf(ann);
    for (var time = 0; time < 3; time++) {
      complete(challenge(ann), app.wrong()).ok();
    }
    assertThat(events(graph.as(ann.accessToken())))
        .filteredOn("SECOND_FACTOR_FAILED"::equals)
        .hasSize(3);
    assertThat(MailBox.subjects(ann.email(), 3))
        .filteredOn("Somebody failed to get into your LifeOS account"::equals)
        .hasSize(1);
  }

  @Test
  void a_success_forgets_the_failures_before_it() {
    var ann = somebody();
    var app = appOf(ann);
    for (var round = 0; round < 2; round++) {
      for (var failure = 0; failure < LIMIT - 1; failure++) {
        assertThat(code(complete(challenge(ann), app.wrong()), "completeLogin"))
            .isEqualTo("WRONG_CODE");
      }
      assertThat(code(complete(challenge(ann), app.code()), "completeLogin")).isNull();
      nextStep();
    }
  }

  @Test
  void a_challenge_ends_after_five_minutes() {
    var ann = somebody();
    var app = appOf(ann);
    var challenge = challenge(ann);
    later(Duration.ofMinutes(5));
    assertThat(code(complete(challenge, app.code()), "completeLogin"))
        .isEqualTo("INVALID_CHALLENGE");
  }

  @Test
  void a_challenge_ends_with_the_password_it_began_with() {
    var ann = somebody();
    var app = appOf(ann);
    var challenge = challenge(ann);
    var input = Map.of("currentPassword", PASSWORD, "newPassword", "copper-kettle-by-the-lake");
    assertThat(
            code(
                mutate(graph.as(ann.accessToken()), "changePassword", input, ERRORS),
                "changePassword"))
        .isNull();
    assertThat(code(complete(challenge, app.code()), "completeLogin"))
        .isEqualTo("INVALID_CHALLENGE");
  }

  @Test
  void tokens_that_are_no_challenge_are_refused() {
    var ann = somebody();
    var app = appOf(ann);
    for (var token : List.of("", "unknown", ann.refreshToken(), ann.accessToken())) {
      assertThat(code(complete(token, app.code()), "completeLogin")).isEqualTo("INVALID_CHALLENGE");
    }
  }

  @Test
  void a_challenge_is_no_token_of_a_session() {
    var ann = somebody();
    appOf(ann);
    var challenge = challenge(ann);
    assertThat(code(refresh(challenge), "refreshSession")).isEqualTo("INVALID_TOKEN");
    assertThat(graph.as(challenge).send("{ me { id } }").status()).isEqualTo(401);
  }

  @Test
  void the_code_of_another_person_does_not_answer_ones_challenge() {
    var ann = somebody();
    appOf(ann);
    var eve = somebody();
    var hers = appOf(eve);
    assertThat(code(complete(challenge(ann), hers.code()), "completeLogin"))
        .isEqualTo("WRONG_CODE");
    assertThat(code(recover(challenge(ann), hers.recoveryCodes().getFirst()), "completeLogin"))
        .isEqualTo("WRONG_CODE");
    assertThat(complete(challenge(eve), hers.code()).ok().data("completeLogin.user.id"))
        .isEqualTo(eve.id());
  }

  @Test
  void a_code_is_needed() {
    var ann = somebody();
    appOf(ann);
    var answer =
        mutate(graph, "completeLogin", Map.of("challenge", challenge(ann)), LOGGED_IN).ok();
    assertThat(answer.data("completeLogin.errors.0.code")).isEqualTo("REQUIRED");
    assertThat(answer.at("completeLogin.errors.0.path").toString())
        .isEqualTo("[\"input\",\"code\"]");
  }

  @ParameterizedTest
  @EnumSource(
      value = LoginMethod.class,
      names = {"GOOGLE", "EMAIL"})
  void the_session_says_how_the_log_in_began(LoginMethod method) {
    var ann = somebody();
    var app = appOf(ann);
    var challenge = secondFactor.challenge(UUID.fromString(ann.id()), method, Device.UNKNOWN);
    var done = complete(challenge.token(), app.code()).ok();
    var token = String.valueOf(done.data("completeLogin.session.accessToken"));
    var sessions =
        graph.as(token).send("{ me { sessions { edges { node { method current } } } } }").ok();
    assertThat(sessions.list("me.sessions.edges"))
        .filteredOn(edge -> edge.at("/node/current").asBoolean())
        .singleElement()
        .satisfies(edge -> assertThat(edge.at("/node/method").asString()).isEqualTo(method.name()));
  }

  @ParameterizedTest
  @EnumSource(LoginMethod.class)
  void every_way_to_log_in_but_a_passkey_asks_for_the_code(LoginMethod method) {
    var ann = somebody();
    appOf(ann);
    var user = people.find(UUID.fromString(ann.id())).orElseThrow();
    var nobody = DataFetchingEnvironmentImpl.newDataFetchingEnvironment().build();
    var env = new DgsDataFetchingEnvironment(nobody, context);
    if (method != LoginMethod.PASSKEY) {
      var payload = loggedIn.complete(user, Device.UNKNOWN, method, env);
      assertThat(payload.session()).isNull();
      assertThat(payload.challenge()).isNotNull();
    }
    assertThat(method.isStrong()).isEqualTo(method == LoginMethod.PASSKEY);
  }

  private static List<Answer> sessions(List<Answer> answers) {
    return answers.stream()
        .map(Answer::ok)
        .filter(answer -> answer.data("completeLogin.session.accessToken") != null)
        .toList();
  }
}
