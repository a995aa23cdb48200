package dev.lifeos.auth.registration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeos.auth.AuthTest;
import dev.lifeos.auth.MailBox;
import dev.lifeos.test.Answer;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RegistrationTest extends AuthTest {

  @Test
  void there_is_no_account_before_the_mail_is_answered() {
    var email = address();
    register(email, Map.of()).ok();
    assertThat(code(login(email, PASSWORD), "login")).isEqualTo("INVALID_CREDENTIALS");
    var answer = verify(graph, MailBox.tokenFor(email), "user { id emailVerified } " + SESSION);
    assertThat(answer.ok().at("verifyEmail.user.emailVerified").asBoolean()).isTrue();
    assertThat(login(email, PASSWORD).ok().data("login.user.id"))
        .isEqualTo(answer.data("verifyEmail.user.id"));
  }

  @Test
  void a_known_address_is_answered_like_an_unknown_one_and_told_by_mail() {
    var ann = somebody();
    var known = register(ann.email().toUpperCase(Locale.ROOT), Map.of());
    var unknown = register(address(), Map.of());
    assertThat(known.body()).isEqualTo(unknown.body());
    assertThat(MailBox.subjects(ann.email(), 2)).contains("You have a LifeOS account already");
    assertThat(MailBox.texts(ann.email()).getLast()).doesNotContain("#token=");
  }

  @Test
  void a_known_address_costs_as_many_statements_as_an_unknown_one() {
    var ann = somebody();
    var known = sql.during(() -> register(ann.email(), Map.of("fullName", "Eve")).ok());
    var unknown = sql.during(() -> register(address(), Map.of("fullName", "Eve")).ok());
    assertThat(known).isEqualTo(unknown);
  }

  @Test
  void a_link_makes_one_account_however_many_use_it_at_once() {
    var email = address();
    register(email, Map.of()).ok();
    var token = MailBox.tokenFor(email);
    var made =
        atOnce(8, () -> verify(graph, token, "user { id } errors { code }")).stream()
            .map(answer -> answer.ok().data("verifyEmail.user.id"))
            .filter(Objects::nonNull);
    assertThat(made).hasSize(1);
    assertThat(code(verify(graph, token, "errors { code }"), "verifyEmail"))
        .isEqualTo("INVALID_TOKEN");
  }

  @Test
  void who_registers_with_somebody_elses_address_gets_nothing_by_it() {
    var email = address();
    register(email, Map.of("password", "mallory-chose-this-one", "fullName", "Mallory")).ok();
    MailBox.tokenFor(email);
    register(email, Map.of()).ok();
    MailBox.subjects(email, 2);
    verify(graph, MailBox.tokenFor(email), "user { id } errors { code }").ok();
    assertThat(code(login(email, "mallory-chose-this-one"), "login"))
        .isEqualTo("INVALID_CREDENTIALS");
    assertThat(login(email, PASSWORD).ok().data("login.user.id")).isNotNull();
  }

  @Test
  void who_answers_the_mail_of_somebody_elses_registration_makes_no_account_for_them() {
    var email = address();
    register(email, Map.of("password", "mallory-chose-this-one", "fullName", "Mallory")).ok();
    var token = MailBox.tokenFor(email);
    assertThat(code(verify(graph, token, PASSWORD, "errors { code }"), "verifyEmail"))
        .isEqualTo("INVALID_CREDENTIALS");
    assertThat(code(login(email, "mallory-chose-this-one"), "login"))
        .isEqualTo("INVALID_CREDENTIALS");
    var answer = verify(graph, token, "mallory-chose-this-one", "user { id } errors { code }");
    assertThat(answer.ok().data("verifyEmail.user.id")).as("the link stays good").isNotNull();
  }

  @Test
  void the_password_of_a_registration_is_not_guessed() {
    var email = address();
    register(email, Map.of()).ok();
    var token = MailBox.tokenFor(email);
    for (var guess = 0; guess < 10; guess++) {
      var answer = verify(graph, token, "a-wrong-guess-" + guess, "errors { code }");
      assertThat(code(answer, "verifyEmail")).isEqualTo("INVALID_CREDENTIALS");
    }
    assertThat(code(verify(graph, token, "errors { code }"), "verifyEmail"))
        .isEqualTo("TOO_MANY_ATTEMPTS");
    clock.ahead(Duration.ofMinutes(16));
    assertThat(verify(graph, token, "user { id }").ok().data("verifyEmail.user.id")).isNotNull();
  }

  @Test
  void a_link_ends_after_a_day_and_unknown_ones_are_refused() {
    var email = address();
    register(email, Map.of()).ok();
    var token = MailBox.tokenFor(email);
    clock.ahead(Duration.ofHours(25));
    assertThat(code(verify(graph, token, "errors { code }"), "verifyEmail"))
        .isEqualTo("INVALID_TOKEN");
    assertThat(code(verify(graph, "", "errors { code }"), "verifyEmail"))
        .isEqualTo("INVALID_TOKEN");
  }

  @Test
  void an_address_gets_five_mails_an_hour_at_most_and_is_told_when_it_may_again() {
    var email = address();
    for (var mail = 0; mail < 5; mail++) {
      register(email, Map.of()).ok();
    }
    var refused = register(email, Map.of());
    assertThat(code(refused, "registerUser")).isEqualTo("TOO_MANY_ATTEMPTS");
    assertThat(refused.data("registerUser.errors.0.retryAfter")).isNotNull();
    clock.ahead(Duration.ofMinutes(61));
    assertThat(register(email, Map.of()).ok().list("registerUser.errors")).isEmpty();
  }

  private static String code(Answer answer, String field) {
    return String.valueOf(answer.ok().data(field + ".errors.0.code"));
  }
}
