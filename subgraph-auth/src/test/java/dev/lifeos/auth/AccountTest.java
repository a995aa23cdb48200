package dev.lifeos.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountTest extends AuthTest {

  private static final String PROFILE =
      "user { fullName timeZone locale phoneNumber } errors { code path }";

  @Test
  void who_registers_is_logged_in_and_sees_themselves() {
    var ann = somebody();
    var me =
        graph
            .as(ann.accessToken())
            .send(
                "{ me { id email emailVerified fullName timeZone locale roles createdAt sessions { edges { node { current } } } } }")
            .ok();
    assertThat(me.data("me.id")).isEqualTo(ann.id());
    assertThat(me.data("me.email")).isEqualTo(ann.email());
    assertThat(me.data("me.timeZone")).isEqualTo("Europe/Berlin");
    assertThat(me.at("me.roles").toString()).isEqualTo("[\"USER\"]");
    assertThat(me.at("me.sessions.edges.0.node.current").asBoolean()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "short, TOO_SHORT",
    "password1234, BREACHED_PASSWORD",
    "unbelievable, WEAK_PASSWORD",
    "aaaaaaaaaaaaaaaa, WEAK_PASSWORD",
    "qwertyuiop123, BREACHED_PASSWORD"
  })
  void bad_passwords_are_refused(String password, String code) {
    var answer = register(address(), Map.of("password", password)).ok();
    assertThat(answer.data("registerUser.errors.0.code")).isEqualTo(code);
    assertThat(answer.at("registerUser.errors.0.path").toString())
        .isEqualTo("[\"input\",\"password\"]");
  }

  @Test
  void a_password_of_one_hundred_and_twenty_nine_characters_is_too_long() {
    var answer = register(address(), Map.of("password", "ab1-".repeat(33))).ok();
    assertThat(answer.data("registerUser.errors.0.code")).isEqualTo("TOO_LONG");
  }

  @ParameterizedTest
  @CsvSource({
    "\u200b\u200b, REQUIRED",
    "\u2800\u3164, REQUIRED",
    "\u202eAnn, INVALID",
    "Ann\u2066, INVALID"
  })
  void names_that_show_nothing_or_mislead_are_refused(String name, String code) {
    assertThat(
            register(address(), Map.of("fullName", name)).ok().data("registerUser.errors.0.code"))
        .isEqualTo(code);
  }

  @Test
  void a_name_has_a_hundred_characters_whatever_they_are() {
    assertThat(
            register(address(), Map.of("fullName", "💐".repeat(100)))
                .ok()
                .list("registerUser.errors"))
        .isEmpty();
    assertThat(
            register(address(), Map.of("fullName", "💐".repeat(101)))
                .ok()
                .data("registerUser.errors.0.code"))
        .isEqualTo("TOO_LONG");
  }

  @Test
  void malformed_addresses_zones_and_names_are_refused() {
    assertThat(register("no-address", Map.of()).firstErrorCode()).isEqualTo("BAD_USER_INPUT");
    assertThat(register(address(), Map.of("timeZone", "Mars/Olympus")).firstErrorCode())
        .isEqualTo("BAD_USER_INPUT");
    assertThat(register(address(), Map.of("fullName", " ")).ok().data("registerUser.errors.0.code"))
        .isEqualTo("REQUIRED");
    assertThat(
            register(address(), Map.of("fullName", "x".repeat(101)))
                .ok()
                .data("registerUser.errors.0.code"))
        .isEqualTo("TOO_LONG");
  }

  @Test
  void an_unknown_address_is_answered_like_a_wrong_password() {
    var ann = somebody();
    var wrong = login(ann.email(), "not-the-right-password").ok();
    var unknown = login(address(), "not-the-right-password").ok();
    assertThat(wrong.data("login.errors.0.code")).isEqualTo("INVALID_CREDENTIALS");
    assertThat(unknown.body()).isEqualTo(wrong.body());
  }

  @Test
  void ten_failures_close_the_account_for_a_while_and_not_for_good() {
    var ann = somebody();
    atOnce(10, () -> login(ann.email(), "not-the-right-password"));
    assertThat(login(ann.email(), PASSWORD).ok().data("login.errors.0.code"))
        .isEqualTo("TOO_MANY_ATTEMPTS");
    clock.ahead(Duration.ofMinutes(16));
    assertThat(login(ann.email(), PASSWORD).ok().data("login.user.id")).isEqualTo(ann.id());
  }

  @Test
  void a_success_forgets_the_failures_before_it() {
    var ann = somebody();
    for (var round = 0; round < 2; round++) {
      for (var failure = 0; failure < 6; failure++) {
        login(ann.email(), "not-the-right-password").ok();
      }
      assertThat(login(ann.email(), PASSWORD).ok().data("login.user.id")).isEqualTo(ann.id());
    }
  }

  @Test
  void what_is_left_out_of_a_profile_stays_and_null_clears() {
    var ann = graph.as(somebody().accessToken());
    var changed =
        mutate(ann, "updateProfile", Map.of("fullName", " Ann B. ", "locale", "de-CH"), PROFILE)
            .ok();
    assertThat(changed.data("updateProfile.user.fullName")).isEqualTo("Ann B.");
    assertThat(changed.data("updateProfile.user.timeZone")).isEqualTo("Europe/Berlin");
    assertThat(changed.data("updateProfile.user.locale")).isEqualTo("de-CH");
    var cleared = new HashMap<String, Object>();
    cleared.put("phoneNumber", null);
    var without = mutate(ann, "updateProfile", cleared, PROFILE).ok();
    assertThat(without.at("updateProfile.user.phoneNumber").isNull()).isTrue();
    assertThat(without.data("updateProfile.user.fullName")).isEqualTo("Ann B.");
    cleared.put("fullName", null);
    assertThat(
            mutate(ann, "updateProfile", cleared, PROFILE).ok().data("updateProfile.errors.0.code"))
        .isEqualTo("REQUIRED");
    var unverified = mutate(ann, "updateProfile", Map.of("phoneNumber", "+4930123456"), PROFILE);
    assertThat(unverified.ok().data("updateProfile.errors.0.code")).isEqualTo("NOT_ALLOWED");
    assertThat(mutate(ann, "updateProfile", Map.of("phoneNumber", "12"), PROFILE).firstErrorCode())
        .isEqualTo("BAD_USER_INPUT");
  }

  @Test
  void only_administrators_look_others_up() {
    var ann = somebody();
    var admin =
        graph.as(
            String.valueOf(
                login("admin@example.org", PASSWORD).ok().data("login.session.accessToken")));
    var query = "query ($id: ID!) { user(id: $id) { email roles } }";
    assertThat(admin.send(query, Map.of("id", ann.id())).ok().data("user.email"))
        .isEqualTo(ann.email());
    assertThat(admin.send(query, Map.of("id", UUID.randomUUID())).ok().at("user").isNull())
        .isTrue();
    assertThat(graph.as(ann.accessToken()).send(query, Map.of("id", ann.id())).firstErrorCode())
        .isEqualTo("FORBIDDEN");
  }

  @Test
  void somebody_elses_user_shows_no_more_than_the_key() {
    var ann = somebody();
    var bob = graph.as(somebody().accessToken());
    var answer =
        bob.entities(
            "User",
            List.of(Map.of("id", ann.id())),
            "id email fullName sessions { edges { cursor } }");
    assertThat(answer.data("_entities.0.id")).isEqualTo(ann.id());
    assertThat(answer.body()).doesNotContain(ann.email(), "Ann Example", "edges");
    assertThat(answer.errorCodes()).containsOnly("FORBIDDEN").hasSize(3);
  }

  @Test
  void a_hundred_people_cost_one_statement_a_field() {
    var ann = somebody();
    var people =
        Stream.concat(Stream.of(ann.id()), Stream.generate(() -> UUID.randomUUID().toString()));
    var keys = people.limit(100).map(id -> Map.of("id", id)).toList();
    var service = graph.as(serviceToken());
    assertThat(sql.during(() -> service.entities("User", keys, "id email").ok())).isEqualTo(1);
    var answer = service.entities("User", keys, "id email").ok();
    assertThat(answer.data("_entities.0.email")).isEqualTo(ann.email());
    assertThat(answer.at("_entities.1").isNull()).isTrue();
    assertThat(
            sql.during(() -> service.entities("User", keys, "sessions { edges { cursor } }").ok()))
        .as("one for the people, one for their sessions")
        .isEqualTo(2);
  }

  @Test
  void a_service_gets_a_token_for_its_secret_only() {
    var wrong = Map.of("clientId", "finance", "clientSecret", "x".repeat(32));
    var selection = "accessToken errors { code }";
    assertThat(
            mutate(graph, "issueServiceToken", wrong, selection)
                .ok()
                .data("issueServiceToken.errors.0.code"))
        .isEqualTo("INVALID_CREDENTIALS");
    var unknown = Map.of("clientId", "nobody", "clientSecret", SECRET);
    assertThat(
            mutate(graph, "issueServiceToken", unknown, selection)
                .ok()
                .data("issueServiceToken.errors.0.code"))
        .isEqualTo("INVALID_CREDENTIALS");
    assertThat(graph.as(serviceToken()).send("{ me { id } }").firstErrorCode())
        .isEqualTo("FORBIDDEN");
  }
}
