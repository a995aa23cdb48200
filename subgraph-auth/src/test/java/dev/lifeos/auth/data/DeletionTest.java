package dev.lifeos.auth.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeos.auth.command.Command;
import dev.lifeos.auth.profile.ProfileTest;
import dev.lifeos.test.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@Import(DeletionTest.OtherDomain.class)
class DeletionTest extends ProfileTest {

  private static final Duration GRACE = Duration.ofDays(14);

  @Autowired private JdbcClient jdbc;
  @Autowired private AccountEraser eraser;
  @Autowired private List<Command> commands;
  @Autowired private OtherDomain.Heard heard;

  @Test
  void it_is_scheduled_for_two_weeks_later_and_other_sessions_end() {
    var ann = somebody();
    var other = login(ann.email(), PASSWORD).ok().data("login.session.refreshToken");
    var due =
        Instant.parse(
            String.valueOf(
                request(ann, ann.email()).data("requestAccountDeletion.deletionScheduledAt")));
    assertThat(Duration.between(clock.instant().plus(GRACE), due).abs())
        .isLessThan(Duration.ofMinutes(1));
    assertThat(scheduled(ann.accessToken())).isEqualTo(due.toString());
    awaitMail(ann, "Your LifeOS account will be deleted");
    assertThat(refresh(String.valueOf(other)).ok().data("refreshSession.errors.0.code"))
        .isEqualTo("INVALID_TOKEN");
    assertThat(refresh(ann.refreshToken()).ok().list("refreshSession.errors")).isEmpty();
    var again = request(ann, ann.email());
    assertThat(again.data("requestAccountDeletion.deletionScheduledAt")).isEqualTo(due.toString());
  }

  @Test
  void another_address_or_a_log_in_of_long_ago_does_not_do() {
    var ann = somebody();
    assertThat(request(ann, address()).data("requestAccountDeletion.errors.0.code"))
        .isEqualTo("INVALID");
    clock.ahead(Duration.ofMinutes(11));
    var renewed = refresh(ann.refreshToken()).ok().data("refreshSession.session.accessToken");
    var answer =
        mutate(
            graph.as(String.valueOf(renewed)),
            "requestAccountDeletion",
            Map.of("email", ann.email()),
            "errors { code }");
    assertThat(answer.ok().data("requestAccountDeletion.errors.0.code"))
        .isEqualTo("STEP_UP_REQUIRED");
    assertThat(scheduled(String.valueOf(renewed))).isEqualTo("null");
  }

  @Test
  void who_logs_in_within_the_grace_calls_it_off() {
    var ann = somebody();
    request(ann, ann.email());
    clock.ahead(Duration.ofDays(13));
    erase();
    var later = String.valueOf(login(ann.email(), PASSWORD).ok().data("login.session.accessToken"));
    var wrong = cancel(later, Map.of("deletionScheduledAt", "2020-01-01T00:00:00Z"));
    assertThat(wrong.data("cancelAccountDeletion.errors.0.code")).isEqualTo("CONFLICT");
    var same = cancel(later, Map.of("deletionScheduledAt", scheduled(later)));
    assertThat(same.data("cancelAccountDeletion.user.id")).isEqualTo(ann.id());
    assertThat(scheduled(later)).isEqualTo("null");
    assertThat(cancel(later, Map.of()).list("cancelAccountDeletion.errors")).isEmpty();
    awaitMail(ann, "Your LifeOS account stays");
    clock.ahead(Duration.ofDays(15));
    erase();
    assertThat(login(ann.email(), PASSWORD).ok().data("login.user.id")).isEqualTo(ann.id());
  }

  @Test
  void when_the_grace_is_over_nothing_is_left_but_an_empty_chain() {
    var ann = somebody();
    mutate(
            graph.as(ann.accessToken()),
            "updatePreferences",
            Map.of("theme", "DARK"),
            "errors { code }")
        .ok();
    request(ann, ann.email());
    clock.ahead(GRACE.plusMinutes(1));
    erase();
    assertThat(login(ann.email(), PASSWORD).ok().data("login.errors.0.code"))
        .isEqualTo("INVALID_CREDENTIALS");
    for (var table : List.of("session", "preferences", "account_deletion", "known_device")) {
      assertThat(count("SELECT count(*) FROM " + table + " WHERE account_id = ?", ann)).isZero();
    }
    assertThat(heard.accounts()).contains(UUID.fromString(ann.id()));
    assertThat(count("SELECT count(*) FROM security_event WHERE account_id = ?", ann)).isPositive();
    assertThat(
            count(
                "SELECT count(*) FROM security_event WHERE account_id = ? AND content IS NOT NULL",
                ann))
        .isZero();
    var verify =
        commands.stream().filter(command -> command.name().equals("verify-audit")).findFirst();
    assertThat(verify.orElseThrow().run()).isZero();
    assertThat(count("SELECT count(*) FROM account WHERE id = ?", ann)).isZero();
  }

  @Test
  void sessions_end_before_the_account_is_gone_so_that_all_hear_of_it() {
    var ann = somebody();
    request(ann, ann.email());
    clock.ahead(GRACE.plusMinutes(1));
    var later =
        String.valueOf(login(ann.email(), PASSWORD).ok().data("login.session.refreshToken"));
    eraser.eraseDue();
    assertThat(refresh(later).ok().data("refreshSession.errors.0.code")).isEqualTo("INVALID_TOKEN");
    assertThat(count("SELECT count(*) FROM session WHERE account_id = ?", ann)).isPositive();
    eraser.eraseDue();
    assertThat(count("SELECT count(*) FROM session WHERE account_id = ?", ann)).isZero();
  }

  @Test
  void an_account_that_cannot_be_deleted_stays_whole_and_holds_up_no_other() {
    var ann = somebody();
    var bob = somebody();
    request(ann, ann.email());
    request(bob, bob.email());
    heard.refuse(UUID.fromString(ann.id()));
    clock.ahead(GRACE.plusMinutes(1));
    erase();
    assertThat(login(ann.email(), PASSWORD).ok().data("login.user.id")).isEqualTo(ann.id());
    assertThat(login(bob.email(), PASSWORD).ok().data("login.errors.0.code"))
        .isEqualTo("INVALID_CREDENTIALS");
    heard.let(UUID.fromString(ann.id()));
    erase();
    assertThat(login(ann.email(), PASSWORD).ok().data("login.errors.0.code"))
        .isEqualTo("INVALID_CREDENTIALS");
  }

  // The first run ends sessions, the second deletes.
  private void erase() {
    eraser.eraseDue();
    eraser.eraseDue();
  }

  private Integer count(String sql, Somebody person) {
    return jdbc.sql(sql).param(UUID.fromString(person.id())).query(Integer.class).single();
  }

  private String scheduled(String token) {
    var answer = graph.as(token).send("{ me { deletionScheduledAt } }").ok();
    return String.valueOf(answer.data("me.deletionScheduledAt"));
  }

  private Answer request(Somebody person, String email) {
    return mutate(
            graph.as(person.accessToken()),
            "requestAccountDeletion",
            Map.of("email", email),
            "deletionScheduledAt errors { code }")
        .ok();
  }

  private Answer cancel(String token, Map<String, ?> input) {
    return mutate(graph.as(token), "cancelAccountDeletion", input, "user { id } errors { code }")
        .ok();
  }

  @TestConfiguration(proxyBeanMethods = false)
  static class OtherDomain {

    @Bean
    Heard heard() {
      return new Heard(ConcurrentHashMap.newKeySet(), ConcurrentHashMap.newKeySet());
    }

    record Heard(java.util.Set<UUID> accounts, java.util.Set<UUID> refused)
        implements AccountDeletionListener {

      void refuse(UUID account) {
        refused.add(account);
      }

      void let(UUID account) {
        refused.remove(account);
      }

      @Override
      public void accountDeleted(UUID account) {
        if (refused.contains(account)) {
          throw new IllegalStateException("not now");
        }
        accounts.add(account);
      }
    }
  }
}
