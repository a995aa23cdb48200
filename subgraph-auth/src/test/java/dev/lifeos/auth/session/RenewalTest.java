package dev.lifeos.auth.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeos.auth.AuthTest;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class RenewalTest extends AuthTest {

  @Autowired private JdbcClient jdbc;
  @Autowired private Expiry expiry;

  @Test
  void a_lost_answer_is_given_again_with_the_same_successor() {
    var ann = somebody();
    var next = renewed(ann.refreshToken());
    assertThat(renewed(ann.refreshToken())).isEqualTo(next);
    clock.ahead(Duration.ofSeconds(29));
    assertThat(renewed(ann.refreshToken())).isEqualTo(next);
    assertThat(renewed(next)).isNotEqualTo("null");
  }

  @Test
  void an_answer_is_not_given_again_once_its_successor_was_used() {
    var ann = somebody();
    var newest = renewed(renewed(ann.refreshToken()));
    assertRefused(ann.refreshToken());
    assertRefused(newest);
  }

  @Test
  void what_the_database_has_does_not_make_a_token() {
    var ann = somebody();
    var next = renewed(ann.refreshToken());
    assertThat(salts(ann)).isEqualTo(1);
    renewed(next);
    assertThat(salts(ann)).as("only the newest has one").isEqualTo(1);
  }

  @Test
  void a_grandparent_is_not_excused_however_soon_it_comes() {
    var ann = somebody();
    var newest = renewed(renewed(ann.refreshToken()));
    assertRefused(ann.refreshToken());
    assertRefused(newest);
  }

  @Test
  void fifty_requests_at_once_leave_no_fork_behind() {
    var ann = somebody();
    var successors =
        atOnce(50, () -> refresh(ann.refreshToken())).stream()
            .map(answer -> answer.ok().data("refreshSession.session.refreshToken"))
            .distinct()
            .toList();
    assertThat(successors).hasSize(1).doesNotContainNull();
    var tokens =
        jdbc.sql(
                "SELECT count(*) FROM refresh_token t JOIN session s ON s.id = t.session_id WHERE account_id = ?")
            .param(UUID.fromString(ann.id()))
            .query(Integer.class)
            .single();
    assertThat(tokens).isEqualTo(2);
  }

  @RepeatedTest(8)
  void no_token_outlives_a_log_out_at_the_same_moment() {
    var ann = somebody();
    var turn = new AtomicInteger();
    var answers =
        atOnce(
            8,
            () ->
                turn.getAndIncrement() == 4
                    ? mutate(graph, "logout", token(ann), "errors { code }").ok()
                    : refresh(ann.refreshToken()).ok());
    answers.stream()
        .map(answer -> answer.data("refreshSession.session.refreshToken"))
        .filter(Objects::nonNull)
        .forEach(this::assertRefused);
  }

  @Test
  void a_session_is_prolonged_by_its_use() {
    var ann = somebody();
    clock.ahead(Duration.ofDays(20));
    var next = renewed(ann.refreshToken());
    clock.ahead(Duration.ofDays(40));
    assertThat(renewed(next)).isNotEqualTo("null");
  }

  @Test
  void what_has_expired_is_deleted_and_nothing_else() {
    var ann = somebody();
    clock.ahead(Duration.ofDays(20));
    var bob = somebody();
    login(bob.email(), "not-the-right-password").ok();
    clock.ahead(Duration.ofDays(31));
    expiry.deleteExpired();
    assertThat(rows("session", "account_id = cast(? AS uuid)", ann.id())).isZero();
    assertThat(rows("throttle", "key = ?", bob.email())).isZero();
    assertThat(renewed(bob.refreshToken())).isNotEqualTo("null");
    assertRefused(ann.refreshToken());
  }

  private long salts(Somebody person) {
    return rows(
        "refresh_token t JOIN session s ON s.id = t.session_id",
        "salt IS NOT NULL AND account_id = cast(? AS uuid)",
        person.id());
  }

  private long rows(String table, String condition, String parameter) {
    return jdbc.sql("SELECT count(*) FROM " + table + " WHERE " + condition)
        .param(parameter)
        .query(Long.class)
        .single();
  }

  private String renewed(String token) {
    return String.valueOf(refresh(token).ok().data("refreshSession.session.refreshToken"));
  }

  private void assertRefused(String token) {
    assertThat(refresh(token).ok().data("refreshSession.errors.0.code")).isEqualTo("INVALID_TOKEN");
  }

  private static Map<String, String> token(Somebody person) {
    return Map.of("refreshToken", person.refreshToken());
  }
}
