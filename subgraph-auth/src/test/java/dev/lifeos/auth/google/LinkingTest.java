package dev.lifeos.auth.google;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeos.auth.MailBox;
import dev.lifeos.test.Answer;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Linking Google accounts, and unlinking them. */
class LinkingTest extends GoogleTest {

  @Test
  void a_linked_account_logs_in() {
    var somebody = somebody();
    var who = GoogleAccount.fresh().unverified();
    var linked = by(graph.as(somebody.accessToken()), "LINK", who).ok();
    assertThat(codes(linked)).isEmpty();
    assertThat(linked.data("completeOAuth.identity.email")).isEqualTo(who.email());
    assertThat(linked.data("completeOAuth.session")).isNull();
    var loggedIn = by(graph, "SIGN_IN", who).ok();
    assertThat(loggedIn.data("completeOAuth.user.id")).isEqualTo(somebody.id());
    assertThat(loggedIn.data("completeOAuth.session.accessToken")).isNotNull();
  }

  @Test
  void linking_is_told_by_mail_and_written_down() {
    var somebody = somebody();
    var who = GoogleAccount.fresh();
    by(graph.as(somebody.accessToken()), "LINK", who).ok();
    assertThat(MailBox.subjects(somebody.email(), 2))
        .contains("How you log in to LifeOS was changed");
    assertThat(MailBox.texts(somebody.email())).anyMatch(text -> text.contains(who.email()));
    assertThat(events(somebody.accessToken())).contains("IDENTITY_LINKED");
  }

  @Test
  void linking_again_changes_nothing() {
    var as = graph.as(somebody().accessToken());
    var who = GoogleAccount.fresh();
    var first = by(as, "LINK", who).ok().data("completeOAuth.identity.id");
    assertThat(by(as, "LINK", who).ok().data("completeOAuth.identity.id")).isEqualTo(first);
  }

  @Test
  void what_belongs_to_another_account_is_not_linked() {
    var who = GoogleAccount.fresh();
    newcomer(who);
    var answer = by(graph.as(somebody().accessToken()), "LINK", who).ok();
    assertThat(codes(answer)).containsExactly("ALREADY_EXISTS");
  }

  @Test
  void of_two_accounts_that_link_one_at_once_one_gets_it() {
    var who = GoogleAccount.fresh();
    var one = graph.as(somebody().accessToken());
    var other = graph.as(somebody().accessToken());
    var turns = new AtomicInteger();
    var answers = atOnce(2, () -> by(turns.getAndIncrement() == 0 ? one : other, "LINK", who));
    assertThat(answers.stream().flatMap(answer -> codes(answer.ok()).stream()))
        .containsExactly("ALREADY_EXISTS");
  }

  @Test
  void a_sixth_is_too_many() {
    var as = graph.as(somebody().accessToken());
    for (var number = 0; number < Linking.MOST; number++) {
      assertThat(codes(by(as, "LINK", GoogleAccount.fresh()))).isEmpty();
    }
    assertThat(codes(by(as, "LINK", GoogleAccount.fresh()))).containsExactly("TOO_MANY");
  }

  @Test
  void linking_needs_somebody_who_has_just_shown_that_it_is_them() {
    var as = graph.as(somebody().accessToken());
    clock.ahead(Duration.ofMinutes(11));
    var answer = start(as, "LINK").ok();
    assertThat(answer.data("startOAuth.errors.0.code")).isEqualTo("STEP_UP_REQUIRED");
    assertThat(answer.data("startOAuth.authorizationUrl")).isNull();
  }

  @Test
  void linking_and_connecting_need_a_person_with_the_scope() {
    assertThat(start(graph, "LINK").firstErrorCode()).isEqualTo("UNAUTHENTICATED");
    assertThat(start(graph, "CALENDAR").firstErrorCode()).isEqualTo("UNAUTHENTICATED");
    var service = graph.as(serviceToken());
    assertThat(start(service, "LINK").firstErrorCode()).isEqualTo("FORBIDDEN");
    assertThat(start(service, "CALENDAR").firstErrorCode()).isEqualTo("FORBIDDEN");
  }

  @Test
  void unlinking_leaves_the_password() {
    var somebody = somebody();
    var as = graph.as(somebody.accessToken());
    var who = GoogleAccount.fresh();
    var id = String.valueOf(by(as, "LINK", who).ok().data("completeOAuth.identity.id"));
    assertThat(unlink(somebody.accessToken(), id).list("unlinkIdentity.errors")).isEmpty();
    assertThat(codes(by(graph, "SIGN_IN", who)))
        .as("somebody new now, by another address")
        .isEmpty();
    assertThat(login(somebody.email(), PASSWORD).list("login.errors")).isEmpty();
    assertThat(events(somebody.accessToken())).contains("IDENTITY_UNLINKED");
    assertThat(MailBox.subjects(somebody.email(), 3)).isNotEmpty();
  }

  @Test
  void the_last_way_in_stays() {
    var token = newcomer(GoogleAccount.fresh()).accessToken();
    var id = onlyIdentity(token);
    var answer = unlink(token, id);
    assertThat(answer.data("unlinkIdentity.errors.0.code")).isEqualTo("LAST_WAY_IN");
    assertThat(onlyIdentity(token)).isEqualTo(id);
  }

  @Test
  void of_two_ways_in_that_are_taken_away_at_once_one_stays() {
    var token = newcomer(GoogleAccount.fresh()).accessToken();
    var first = onlyIdentity(token);
    var second =
        String.valueOf(
            by(graph.as(token), "LINK", GoogleAccount.fresh())
                .ok()
                .data("completeOAuth.identity.id"));
    var turns = new AtomicInteger();
    var answers = atOnce(2, () -> unlink(token, turns.getAndIncrement() == 0 ? first : second));
    assertThat(answers.stream().map(answer -> answer.data("unlinkIdentity.errors.0.code")))
        .containsExactlyInAnyOrder(null, "LAST_WAY_IN");
    assertThat(onlyIdentity(token)).isIn(first, second);
  }

  @Test
  void somebody_elses_is_not_unlinked() {
    var id = onlyIdentity(newcomer(GoogleAccount.fresh()).accessToken());
    var other = somebody().accessToken();
    assertThat(unlink(other, id).data("unlinkIdentity.errors.0.code")).isEqualTo("NOT_FOUND");
    assertThat(unlink(other, UUID.randomUUID().toString()).data("unlinkIdentity.errors.0.code"))
        .isEqualTo("NOT_FOUND");
  }

  @Test
  void unlinking_needs_somebody_who_has_just_shown_that_it_is_them() {
    var token = newcomer(GoogleAccount.fresh()).accessToken();
    var id = onlyIdentity(token);
    clock.ahead(Duration.ofMinutes(11));
    assertThat(unlink(token, id).data("unlinkIdentity.errors.0.code"))
        .isEqualTo("STEP_UP_REQUIRED");
  }

  private Answer unlink(String token, String id) {
    return mutate(
            graph.as(token), "unlinkIdentity", Map.of("id", id), "user { id } errors { code }")
        .ok();
  }

  private String onlyIdentity(String token) {
    var found = graph.as(token).send("{ me { identities { id } } }").ok();
    assertThat(found.list("me.identities")).hasSize(1);
    return String.valueOf(found.data("me.identities.0.id"));
  }

  private String events(String token) {
    return graph
        .as(token)
        .send("{ me { securityEvents { edges { node { type } } } } }")
        .ok()
        .body();
  }
}
