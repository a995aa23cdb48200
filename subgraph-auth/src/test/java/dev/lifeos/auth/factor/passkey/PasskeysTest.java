package dev.lifeos.auth.factor.passkey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeos.auth.MailBox;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PasskeysTest extends PasskeyTest {

  @Test
  void a_passkey_logs_in_without_name_password_or_code() {
    var ann = somebody();
    appOf(ann);
    var done = logIn(passkeyOf(ann)).ok();
    assertThat(done.data(LOGGING_IN + ".user.id")).isEqualTo(ann.id());
    var as = graph.as(String.valueOf(done.data(LOGGING_IN + ".session.accessToken")));
    var me =
        as.send(
                "{ me { passkeys { label synced lastUsedAt } sessions { edges { node { method current } } } } }")
            .ok();
    assertThat(me.data("me.passkeys.0.label")).isEqualTo("Phone");
    assertThat(me.at("me.passkeys.0.synced").asBoolean()).isFalse();
    assertThat(me.data("me.passkeys.0.lastUsedAt")).isNotNull();
    assertThat(me.list("me.sessions.edges"))
        .filteredOn(edge -> edge.at("/node/current").asBoolean())
        .singleElement()
        .satisfies(edge -> assertThat(edge.at("/node/method").asString()).isEqualTo("PASSKEY"));
    assertThat(events(as)).contains("PASSKEY_ADDED");
    assertThat(MailBox.subjects(ann.email(), 3))
        .filteredOn("How you log in to LifeOS was changed"::equals)
        .hasSizeGreaterThanOrEqualTo(2);
  }

  @Test
  void a_browser_is_asked_for_a_passkey_that_verifies_the_person() {
    var ann = somebody();
    passkeyOf(ann);
    var options = adding(graph.as(ann.accessToken())).options();
    assertThat(options.at("/rp/id").asString()).isEqualTo("localhost");
    assertThat(options.at("/user/name").asString()).isEqualTo(ann.email());
    assertThat(options.at("/user/displayName").asString()).isEqualTo("Ann Example");
    assertThat(options.at("/user/id").asString()).hasSizeGreaterThan(40);
    assertThat(options.at("/authenticatorSelection/residentKey").asString()).isEqualTo("required");
    assertThat(options.at("/authenticatorSelection/userVerification").asString())
        .isEqualTo("required");
    assertThat(options.path("pubKeyCredParams")).hasSize(3);
    assertThat(options.path("excludeCredentials")).hasSize(1);
    assertThat(options.path("timeout").asInt()).isEqualTo(300_000);
    var login = loggingIn().options();
    assertThat(login.path("rpId").asString()).isEqualTo("localhost");
    assertThat(login.path("userVerification").asString()).isEqualTo("required");
    assertThat(login.path("allowCredentials")).isEmpty();
  }

  @Test
  void a_person_has_several_passkeys_and_each_logs_in() {
    var ann = somebody();
    var passkeys = List.of(passkeyOf(ann), passkeyOf(ann));
    for (var passkey : passkeys) {
      assertThat(logIn(passkey).ok().data(LOGGING_IN + ".user.id")).isEqualTo(ann.id());
      assertThat(logIn(passkey).ok().data(LOGGING_IN + ".user.id")).isEqualTo(ann.id());
    }
  }

  @Test
  void a_passkey_that_does_not_count_is_as_good() {
    var ann = somebody();
    var passkey = passkeyOf(ann);
    for (var time = 0; time < 2; time++) {
      assertThat(logIn(passkey.having(-1)).ok().data(LOGGING_IN + ".user.id")).isEqualTo(ann.id());
    }
  }

  @Test
  void names_of_passkeys_have_bounds() {
    var as = graph.as(somebody().accessToken());
    assertThat(code(beginAdding(as, " "), "beginPasskeyRegistration")).isEqualTo("REQUIRED");
    assertThat(code(beginAdding(as, "x".repeat(101)), "beginPasskeyRegistration"))
        .isEqualTo("TOO_LONG");
  }

  @Test
  void ten_passkeys_are_enough() {
    var ann = somebody();
    for (var time = 0; time < 9; time++) {
      passkeyOf(ann);
    }
    var as = graph.as(ann.accessToken());
    var begun = new ConcurrentLinkedQueue<>(List.of(adding(as), adding(as), adding(as)));
    var answers =
        atOnce(
            3,
            () -> {
              var each = begun.remove();
              return finishAdding(as, each, new SoftAuthenticator().create(each.options()));
            });
    assertThat(answers.stream().filter(answer -> code(answer, ADDING) == null)).hasSize(1);
    assertThat(code(beginAdding(as, "Eleventh"), "beginPasskeyRegistration")).isEqualTo("TOO_MANY");
  }

  @Test
  void a_passkey_steps_up_also_where_there_is_an_app() {
    var ann = somebody();
    appOf(ann);
    var passkey = passkeyOf(ann);
    var as = stale(ann);
    assertThat(code(delete(as, firstPasskey(as)), "deletePasskey")).isEqualTo("STEP_UP_REQUIRED");
    var begun = steppingUp();
    assertThat(code(stepUp(as, begun, passkey.get(begun.options())), "stepUp")).isNull();
    assertThat(code(delete(as, firstPasskey(as)), "deletePasskey")).isNull();
  }

  @Test
  void a_passkey_that_was_taken_away_logs_nobody_in() {
    var ann = somebody();
    var passkey = passkeyOf(ann);
    var as = graph.as(ann.accessToken());
    var id = firstPasskey(as);
    assertThat(delete(as, id).ok().data("deletePasskey.id")).isEqualTo(id);
    assertThat(code(logIn(passkey), LOGGING_IN)).isEqualTo("INVALID_PASSKEY");
    assertThat(code(delete(as, id), "deletePasskey")).isEqualTo("NOT_FOUND");
    assertThat(events(as)).contains("PASSKEY_REMOVED");
  }

  @Test
  void nobody_takes_away_the_passkey_of_somebody_else() {
    var ann = somebody();
    passkeyOf(ann);
    var id = firstPasskey(graph.as(ann.accessToken()));
    for (var each : List.of(String.valueOf(id), "" + UUID.randomUUID(), "no-id")) {
      assertThat(code(delete(graph.as(somebody().accessToken()), each), "deletePasskey"))
          .isEqualTo("NOT_FOUND");
    }
    assertThat(firstPasskey(graph.as(ann.accessToken()))).isEqualTo(id);
  }

  @Test
  void the_last_way_in_stays() {
    var ann = somebody();
    var passkey = passkeyOf(ann);
    forgetPassword(ann);
    var as = graph.as(ann.accessToken());
    assertThat(code(delete(as, firstPasskey(as)), "deletePasskey")).isEqualTo("LAST_WAY_IN");
    assertThat(logIn(passkey).ok().data(LOGGING_IN + ".user.id")).isEqualTo(ann.id());
  }

  @Test
  void of_the_last_ways_in_taken_away_at_once_one_stays() {
    var ann = somebody();
    passkeyOf(ann);
    passkeyOf(ann);
    forgetPassword(ann);
    var as = graph.as(ann.accessToken());
    var ids =
        new ConcurrentLinkedQueue<>(
            as.send("{ me { passkeys { id } } }").ok().list("me.passkeys").stream()
                .map(each -> each.path("id").asString())
                .toList());
    var answers = atOnce(2, () -> delete(as, ids.remove()));
    assertThat(answers).extracting(answer -> code(answer, "deletePasskey")).contains("LAST_WAY_IN");
    assertThat(firstPasskey(as)).isNotNull();
  }

  @Test
  void a_hundred_people_cost_one_statement() {
    var ann = somebody();
    passkeyOf(ann);
    var people = Stream.concat(Stream.of(ann.id()), Stream.generate(() -> "" + UUID.randomUUID()));
    var keys = people.limit(100).map(id -> Map.of("id", id)).toList();
    var service = graph.as(serviceToken());
    assertThat(sql.during(() -> service.entities("User", keys, "passkeys { label }").ok()))
        .as("one for the people, one for their passkeys")
        .isEqualTo(2);
    var bob = somebody();
    var pair = List.of(Map.of("id", ann.id()), Map.of("id", bob.id()));
    var answer = service.entities("User", pair, "passkeys { label }").ok();
    assertThat(answer.list("_entities.0.passkeys")).extracting(JsonNode::toString).hasSize(1);
    assertThat(answer.at("_entities.1.passkeys").isArray()).isTrue();
    assertThat(answer.list("_entities.1.passkeys")).isEmpty();
  }

  private void forgetPassword(Somebody person) {
    jdbc.sql("UPDATE account SET password_hash = NULL WHERE id = cast(? AS uuid)")
        .param(person.id())
        .update();
  }
}
