package dev.lifeos.auth.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LockingTest extends AdminTest {

  @Test
  void who_is_locked_out_learns_it_by_the_right_password_only() {
    var ann = somebody();
    var until = lock(ann, Duration.ofDays(2));
    var right =
        mutate(
                graph,
                "login",
                Map.of("email", ann.email(), "password", PASSWORD),
                "session { accessToken } errors { code message retryAfter }")
            .ok();
    assertThat(right.data("login.errors.0.code")).isEqualTo("ACCOUNT_LOCKED");
    assertThat(right.data("login.errors.0.message")).contains("chargeback");
    assertThat(Instant.parse(String.valueOf(right.data("login.errors.0.retryAfter"))))
        .isEqualTo(until);
    assertThat(right.at("login.session").isNull()).isTrue();
    var wrong = login(ann.email(), "not-the-right-password").ok();
    assertThat(wrong.data("login.errors.0.code")).isEqualTo("INVALID_CREDENTIALS");
  }

  @Test
  void a_lock_ends_the_sessions_and_itself() {
    var ann = somebody();
    lock(ann, Duration.ofDays(2));
    assertThat(refresh(ann.refreshToken()).ok().data("refreshSession.errors.0.code"))
        .isEqualTo("INVALID_TOKEN");
    clock.ahead(Duration.ofDays(2).plusMinutes(1));
    assertThat(login(ann.email(), PASSWORD).ok().data("login.user.id")).isEqualTo(ann.id());
  }

  @Test
  void a_lock_is_taken_away_before_its_end() {
    var ann = somebody();
    lock(ann, Duration.ofDays(2));
    var input = Map.of("userId", ann.id());
    for (var time = 0; time < 2; time++) {
      var answer = mutate(admin(), "unlockAccount", input, CHANGE).ok();
      assertThat(answer.list("unlockAccount.errors")).isEmpty();
      assertThat(answer.at("unlockAccount.account.lock").isNull()).isTrue();
    }
    var events = events(ann.email());
    assertThat(events.at("me.securityEvents.edges").findValuesAsString("type"))
        .containsSubsequence("ACCOUNT_UNLOCKED", "ACCOUNT_LOCKED");
    assertThat(events.body()).contains("reason: a chargeback", idOf(admin()));
  }

  @Test
  void no_lock_is_for_good() {
    var ann = somebody();
    for (var length : new Duration[] {Duration.ofDays(-1), Duration.ZERO, Duration.ofDays(367)}) {
      var answer = mutate(admin(), "lockAccount", input(ann.id(), length), CHANGE).ok();
      assertThat(answer.data("lockAccount.errors.0.code")).isEqualTo("OUT_OF_RANGE");
    }
    assertThat(login(ann.email(), PASSWORD).ok().data("login.user.id")).isEqualTo(ann.id());
  }

  @Test
  void nobody_locks_themselves_or_nobody() {
    var admin = admin();
    var own = mutate(admin, "lockAccount", input(idOf(admin), Duration.ofDays(1)), CHANGE).ok();
    assertThat(own.data("lockAccount.errors.0.code")).isEqualTo("NOT_ALLOWED");
    var nobody = input(UUID.randomUUID().toString(), Duration.ofDays(1));
    assertThat(mutate(admin, "lockAccount", nobody, CHANGE).ok().data("lockAccount.errors.0.code"))
        .isEqualTo("NOT_FOUND");
  }

  @Test
  void an_administrator_ends_the_sessions_of_a_person() {
    var ann = somebody();
    var input = Map.of("userId", ann.id());
    mutate(admin(), "endSessions", input, CHANGE).ok();
    assertThat(refresh(ann.refreshToken()).ok().data("refreshSession.errors.0.code"))
        .isEqualTo("INVALID_TOKEN");
    assertThat(events(ann.email()).at("me.securityEvents.edges").findValuesAsString("type"))
        .contains("SESSION_REVOKED");
  }

  @Test
  void a_lock_needs_a_reason_and_a_step_up() {
    var ann = somebody();
    var admin = admin();
    var without = Map.of("userId", ann.id(), "until", in(Duration.ofDays(1)), "reason", " ");
    assertThat(mutate(admin, "lockAccount", without, CHANGE).ok().data("lockAccount.errors.0.code"))
        .isEqualTo("REQUIRED");
    clock.ahead(Duration.ofMinutes(11));
    for (var mutation : new String[] {"unlockAccount", "endSessions"}) {
      assertThat(
              mutate(admin, mutation, Map.of("userId", ann.id()), CHANGE)
                  .ok()
                  .data(mutation + ".errors.0.code"))
          .isEqualTo("STEP_UP_REQUIRED");
    }
    assertThat(
            mutate(admin, "lockAccount", input(ann.id(), Duration.ofDays(1)), CHANGE)
                .ok()
                .data("lockAccount.errors.0.code"))
        .isEqualTo("STEP_UP_REQUIRED");
  }

  private Instant lock(Somebody person, Duration length) {
    var input = input(person.id(), length);
    var answer = mutate(admin(), "lockAccount", input, CHANGE).ok();
    assertThat(answer.data("lockAccount.account.lock.reason")).isEqualTo("a chargeback");
    return Instant.parse(String.valueOf(answer.data("lockAccount.account.lock.until")));
  }

  private Map<String, String> input(String person, Duration length) {
    return Map.of("userId", person, "until", in(length), "reason", " a chargeback ");
  }

  private String in(Duration length) {
    return clock.instant().plus(length).truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
