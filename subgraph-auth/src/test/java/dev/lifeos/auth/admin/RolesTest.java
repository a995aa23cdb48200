package dev.lifeos.auth.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeos.auth.MailBox;
import dev.lifeos.starter.error.InvalidInput;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class RolesTest extends AdminTest {

  private static final String PEOPLE = "{ users(first: 1) { edges { cursor } } }";

  @Autowired private JdbcClient jdbc;

  @BeforeEach
  @AfterEach
  void only_the_first_administrator_is_one() {
    jdbc.sql("DELETE FROM account_lock").update();
    jdbc.sql("UPDATE account SET admin = (email = ?)").param(FIRST).update();
  }

  @Test
  void a_role_counts_from_the_next_renewal_on() {
    var ann = somebody();
    assertThat(as(ann).send(PEOPLE).firstErrorCode()).isEqualTo("FORBIDDEN");
    var granted = grant(admin(), ann.id()).ok();
    assertThat(granted.at("grantRole.account.roles").toString()).isEqualTo("[\"USER\",\"ADMIN\"]");
    var renewed =
        String.valueOf(refresh(ann.refreshToken()).ok().data("refreshSession.session.accessToken"));
    assertThat(graph.as(renewed).send(PEOPLE).ok().list("users.edges")).hasSize(1);
    assertThat(grant(admin(), ann.id()).ok().list("grantRole.errors")).as("again").isEmpty();
  }

  @Test
  void who_loses_the_role_loses_their_sessions_and_changes_nothing_any_more() {
    var ann = administrator();
    assertThat(revoke(admin(), ann.id()).ok().at("revokeRole.account.roles").toString())
        .isEqualTo("[\"USER\"]");
    assertThat(refresh(ann.refreshToken()).ok().data("refreshSession.errors.0.code"))
        .isEqualTo("INVALID_TOKEN");
    var answer = grant(as(ann), ann.id());
    assertThat(answer.body()).doesNotContain("\"ADMIN\"");
    assertThat(loggedIn(ann.email()).send(PEOPLE).firstErrorCode()).isEqualTo("FORBIDDEN");
    assertThat(revoke(admin(), ann.id()).ok().list("revokeRole.errors")).as("again").isEmpty();
  }

  @Test
  void a_person_is_told_of_their_roles_and_by_whom() {
    var ann = administrator();
    var admin = admin();
    revoke(admin, ann.id()).ok();
    assertThat(MailBox.subjects(ann.email(), 3))
        .anyMatch(subject -> subject.contains("What you may do"));
    var events = events(ann.email());
    assertThat(events.at("me.securityEvents.edges").findValuesAsString("type"))
        .contains("ROLE_GRANTED", "ROLE_REVOKED");
    assertThat(events.body()).contains(idOf(admin));
  }

  @Test
  void the_last_administrator_stays_one() {
    var admin = admin();
    var answer = revoke(admin, idOf(admin)).ok();
    assertThat(answer.data("revokeRole.errors.0.code")).isEqualTo("LAST_ADMINISTRATOR");
    assertThat(admins()).containsExactly(FIRST);
  }

  @Test
  void the_account_of_the_last_administrator_is_not_deleted(
      @Autowired LastAdministratorStays stays) {
    var first = UUID.fromString(idOf(admin()));
    assertThatThrownBy(() -> stays.accountDeleted(first)).isInstanceOf(InvalidInput.class);
    administrator();
    stays.accountDeleted(first);
    stays.accountDeleted(UUID.fromString(somebody().id()));
  }

  @Test
  void the_last_administrator_is_told_so_when_asking_for_deletion() {
    var answer =
        mutate(
            admin(),
            "requestAccountDeletion",
            Map.of("email", FIRST),
            "deletionScheduledAt errors { code }");
    assertThat(answer.ok().data("requestAccountDeletion.errors.0.code"))
        .isEqualTo("LAST_ADMINISTRATOR");
    assertThat(admin().send("{ me { deletionScheduledAt } }").ok().data("me.deletionScheduledAt"))
        .isNull();
  }

  @Test
  void an_administrator_who_is_locked_out_does_not_count() {
    var ann = administrator();
    var admin = admin();
    var lock =
        Map.of(
            "userId",
            ann.id(),
            "until",
            clock.instant().plus(Duration.ofDays(1)).toString(),
            "reason",
            "lost laptop");
    mutate(admin, "lockAccount", lock, CHANGE).ok();
    assertThat(revoke(admin, idOf(admin)).ok().data("revokeRole.errors.0.code"))
        .isEqualTo("LAST_ADMINISTRATOR");
  }

  @RepeatedTest(5)
  void two_administrators_who_take_each_others_role_at_once_leave_one() {
    var ann = administrator();
    var bob = administrator();
    assertThat(revoke(as(ann), idOf(admin())).ok().list("revokeRole.errors")).isEmpty();
    var turn = new AtomicInteger();
    atOnce(
        2,
        () -> turn.getAndIncrement() == 0 ? revoke(as(ann), bob.id()) : revoke(as(bob), ann.id()));
    assertThat(admins()).hasSize(1);
  }

  @RepeatedTest(5)
  void two_administrators_who_lock_each_other_out_at_once_leave_one() {
    var ann = administrator();
    var bob = administrator();
    assertThat(revoke(as(ann), idOf(admin())).ok().list("revokeRole.errors")).isEmpty();
    var turn = new AtomicInteger();
    atOnce(
        2,
        () ->
            turn.getAndIncrement() == 0
                ? mutate(as(ann), "lockAccount", lock(bob), CHANGE)
                : mutate(as(bob), "lockAccount", lock(ann), CHANGE));
    assertThat(jdbc.sql("SELECT count(*) FROM account_lock").query(Integer.class).single())
        .isEqualTo(1);
  }

  @Test
  void only_one_role_is_given_and_only_to_somebody() {
    var input = Map.of("userId", somebody().id(), "role", "USER");
    assertThat(mutate(admin(), "grantRole", input, CHANGE).ok().data("grantRole.errors.0.code"))
        .isEqualTo("NOT_ALLOWED");
    assertThat(mutate(admin(), "revokeRole", input, CHANGE).ok().data("revokeRole.errors.0.code"))
        .isEqualTo("NOT_ALLOWED");
    assertThat(grant(admin(), UUID.randomUUID().toString()).ok().data("grantRole.errors.0.code"))
        .isEqualTo("NOT_FOUND");
  }

  @Test
  void a_person_gives_themselves_no_role() {
    var ann = somebody();
    assertThat(grant(as(ann), ann.id()).firstErrorCode()).isEqualTo("FORBIDDEN");
    assertThat(grant(graph, ann.id()).firstErrorCode()).isEqualTo("UNAUTHENTICATED");
    assertThat(grant(graph.as(serviceToken()), ann.id()).firstErrorCode()).isEqualTo("FORBIDDEN");
  }

  @Test
  void roles_are_changed_by_who_has_just_shown_who_they_are() {
    var ann = somebody();
    var admin = admin();
    clock.ahead(Duration.ofMinutes(11));
    assertThat(grant(admin, ann.id()).ok().data("grantRole.errors.0.code"))
        .isEqualTo("STEP_UP_REQUIRED");
    assertThat(revoke(admin, ann.id()).ok().data("revokeRole.errors.0.code"))
        .isEqualTo("STEP_UP_REQUIRED");
  }

  private Map<String, String> lock(Administrator person) {
    var until = clock.instant().plus(Duration.ofDays(1)).toString();
    return Map.of("userId", person.id(), "until", until, "reason", "a quarrel");
  }

  private List<String> admins() {
    return jdbc.sql("SELECT email FROM account WHERE admin")
        .query((row, number) -> row.getString(1))
        .list();
  }
}
