package dev.lifeos.auth.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lifeos.auth.AuthTest;
import dev.lifeos.auth.MailBox;
import dev.lifeos.test.Answer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class PasswordsTest extends AuthTest {

  private static final String NEW = "copper-kettle-by-the-lake";

  @Autowired private JdbcClient jdbc;

  @Test
  void a_forgotten_password_is_set_anew_by_the_link_and_every_device_is_logged_out() {
    var ann = somebody();
    var token = forgotten(ann.email());
    assertThat(reset(token, NEW).ok().list("resetPassword.errors")).isEmpty();
    assertThat(code(login(ann.email(), PASSWORD), "login")).isEqualTo("INVALID_CREDENTIALS");
    assertThat(login(ann.email(), NEW).ok().data("login.user.id")).isEqualTo(ann.id());
    assertThat(code(refresh(ann.refreshToken()), "refreshSession")).isEqualTo("INVALID_TOKEN");
    assertThat(MailBox.subjects(ann.email(), 3)).contains("Your LifeOS password was changed");
  }

  @Test
  void a_link_sets_one_password_once_and_a_bad_password_leaves_it_good() {
    var ann = somebody();
    var token = forgotten(ann.email());
    assertThat(code(reset(token, "short"), "resetPassword")).isEqualTo("TOO_SHORT");
    assertThat(code(reset(token, "aaaaaaaaaaaaaaaa"), "resetPassword")).isEqualTo("WEAK_PASSWORD");
    var done =
        atOnce(4, () -> reset(token, NEW)).stream()
            .filter(answer -> answer.ok().list("resetPassword.errors").isEmpty());
    assertThat(done).hasSize(1);
    assertThat(code(reset(token, NEW), "resetPassword")).isEqualTo("INVALID_TOKEN");
  }

  @Test
  void a_link_ends_after_half_an_hour_and_with_the_next_one() {
    var ann = somebody();
    var first = forgotten(ann.email());
    clock.ahead(Duration.ofMinutes(31));
    assertThat(code(reset(first, NEW), "resetPassword")).isEqualTo("INVALID_TOKEN");
    clock.ahead(Duration.ZERO);
    request(ann.email()).ok();
    await().until(() -> !MailBox.tokenFor(ann.email()).equals(first));
    assertThat(code(reset(first, NEW), "resetPassword")).isEqualTo("INVALID_TOKEN");
    assertThat(code(reset("unknown", NEW), "resetPassword")).isEqualTo("INVALID_TOKEN");
  }

  @Test
  void an_unknown_address_is_answered_like_a_known_one_by_as_many_statements() {
    var ann = somebody();
    var nobody = address();
    var known = sql.during(() -> request(ann.email()).ok());
    var unknown = sql.during(() -> request(nobody).ok());
    assertThat(unknown).isEqualTo(known);
    assertThat(request(nobody).body()).isEqualTo(request(ann.email()).body());
    await()
        .until(() ->
            jdbc.sql("SELECT count(*) FROM scheduled_tasks WHERE task_name = 'password-reset'")
                    .query(Long.class)
                    .single()
                == 0);
    assertThat(MailBox.texts(nobody)).isEmpty();
  }

  @Test
  void an_address_gets_five_links_an_hour_at_most() {
    var email = address();
    for (var mail = 0; mail < 5; mail++) {
      assertThat(request(email).ok().list("requestPasswordReset.errors")).isEmpty();
    }
    assertThat(code(request(email), "requestPasswordReset")).isEqualTo("TOO_MANY_ATTEMPTS");
  }

  @Test
  void who_changes_the_password_stays_logged_in_alone() {
    var ann = somebody();
    var changed = change(ann.accessToken(), PASSWORD, NEW).ok();
    assertThat(changed.list("changePassword.errors")).isEmpty();
    assertThat(code(refresh(ann.refreshToken()), "refreshSession")).isEqualTo("INVALID_TOKEN");
    var next = String.valueOf(changed.data("changePassword.session.refreshToken"));
    assertThat(refresh(next).ok().list("refreshSession.errors")).isEmpty();
    assertThat(login(ann.email(), NEW).ok().data("login.user.id")).isEqualTo(ann.id());
  }

  @Test
  void the_current_password_is_asked_for_and_guesses_are_counted() {
    var ann = somebody();
    for (var guess = 0; guess < 10; guess++) {
      assertThat(code(change(ann.accessToken(), "a-wrong-guess", NEW), "changePassword"))
          .isEqualTo("INVALID_CREDENTIALS");
    }
    assertThat(code(change(ann.accessToken(), PASSWORD, NEW), "changePassword"))
        .isEqualTo("TOO_MANY_ATTEMPTS");
  }

  @Test
  void an_old_log_in_does_not_change_a_password() {
    var ann = somebody();
    clock.ahead(Duration.ofMinutes(9).plusSeconds(50));
    assertThat(code(change(ann.accessToken(), PASSWORD, "short"), "changePassword"))
        .isEqualTo("TOO_SHORT");
    clock.ahead(Duration.ofMinutes(10).plusSeconds(5));
    assertThat(code(change(ann.accessToken(), PASSWORD, NEW), "changePassword"))
        .isEqualTo("STEP_UP_REQUIRED");
  }

  private String forgotten(String email) {
    var before = MailBox.tokenFor(email);
    request(email).ok();
    await().until(() -> !MailBox.tokenFor(email).equals(before));
    return MailBox.tokenFor(email);
  }

  private Answer request(String email) {
    return mutate(graph, "requestPasswordReset", Map.of("email", email), "errors { code }");
  }

  private Answer reset(String token, String password) {
    var input = Map.of("token", token, "password", password);
    return mutate(graph, "resetPassword", input, "errors { code }");
  }

  private Answer change(String accessToken, String current, String next) {
    var input = Map.of("currentPassword", current, "newPassword", next);
    return mutate(graph.as(accessToken), "changePassword", input, SESSION);
  }

  private static String code(Answer answer, String field) {
    return String.valueOf(answer.ok().data(field + ".errors.0.code"));
  }
}
