package dev.lifeos.auth.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lifeos.auth.data.ExportSection;
import dev.lifeos.test.Answer;
import dev.lifeos.test.Graph;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class AppAccessTest extends AppTest {

  private static final String CONNECTED =
      "{ me { connectedApps { edges { node { id name homepage permissions { name } since lastUsedAt } } } } }";

  @Test
  void a_person_sees_which_apps_have_access_and_to_what() {
    var ann = somebody();
    var app = app("HEALTH_READ", "FINANCE_READ");
    granted(ann, app, "HEALTH_READ");
    granted(ann, app, "FINANCE_READ");
    granted(somebody(), app, "HEALTH_READ");
    code(ann, app("HEALTH_READ"), "HEALTH_READ");
    var apps = as(ann).send(CONNECTED).ok();
    assertThat(apps.list("me.connectedApps.edges")).hasSize(1);
    assertThat(apps.data("me.connectedApps.edges.0.node.id")).isEqualTo(app.id());
    assertThat(apps.data("me.connectedApps.edges.0.node.name")).isEqualTo("Sleep Coach");
    assertThat(apps.at("me.connectedApps.edges.0.node.permissions").findValuesAsString("name"))
        .containsExactly("health:read", "finance:read");
  }

  @Test
  void what_was_allowed_is_taken_back_in_whole_and_from_this_app_alone() {
    var ann = somebody();
    var app = app("HEALTH_READ");
    var other = app("HEALTH_READ");
    var one = granted(ann, app, "HEALTH_READ");
    var two = granted(ann, app, "HEALTH_READ");
    var pending = code(ann, app, "HEALTH_READ");
    var others = granted(ann, other, "HEALTH_READ");
    assertThat(takeBack(as(ann), app).ok().data("revokeAppAccess.id")).isEqualTo(app.id());
    assertThat(refusal(app, one.refreshToken())).isEqualTo("INVALID_TOKEN");
    assertThat(refusal(app, two.refreshToken())).isEqualTo("INVALID_TOKEN");
    assertThat(exchange(exchanging(app, pending)).ok().data("exchangeAppCode.errors.0.code"))
        .isEqualTo("INVALID_CODE");
    assertThat(renewed(other, others.refreshToken())).isNotNull();
    assertThat(as(ann).send(CONNECTED).ok().at("me.connectedApps.edges").findValuesAsString("id"))
        .containsExactly(other.id());
    assertThat(takeBack(as(ann), app).ok().data("revokeAppAccess.errors.0.code"))
        .isEqualTo("NOT_FOUND");
    var events = as(ann).send("{ me { securityEvents(first: 1) { edges { node { type } } } } }");
    assertThat(events.ok().data("me.securityEvents.edges.0.node.type")).isEqualTo("APP_REVOKED");
  }

  @Test
  void the_access_token_of_an_app_dies_within_five_seconds() {
    var ann = somebody();
    var app = publicApp("PROFILE_READ");
    var bearer = graph.as(granted(ann, app, "PROFILE_READ").accessToken());
    assertThat(bearer.send("{ me { email } }").ok().data("me.email")).isEqualTo(ann.email());
    takeBack(as(ann), app).ok();
    await()
        .atMost(Duration.ofSeconds(5))
        .pollInterval(Duration.ofMillis(100))
        .until(() -> bearer.send("{ me { email } }").status() == 401);
    assertThat(as(ann).send("{ me { email } }").status()).isEqualTo(200);
  }

  @Test
  void nobody_takes_back_what_another_person_allowed() {
    var ann = somebody();
    var app = app("HEALTH_READ");
    var granted = granted(ann, app, "HEALTH_READ");
    assertThat(takeBack(as(somebody()), app).ok().data("revokeAppAccess.errors.0.code"))
        .isEqualTo("NOT_FOUND");
    assertThat(renewed(app, granted.refreshToken())).isNotNull();
  }

  @Test
  void nobody_sees_which_apps_another_person_has() {
    var ann = somebody();
    granted(ann, app("HEALTH_READ"), "HEALTH_READ");
    var answer =
        as(somebody())
            .entities(
                "User",
                List.of(Map.of("id", ann.id())),
                "connectedApps { edges { node { name } } }");
    assertThat(answer.errorCodes()).containsExactly("FORBIDDEN");
    assertThat(answer.body()).doesNotContain("Sleep Coach");
  }

  @Test
  void the_session_of_an_app_is_none_of_the_persons_own() {
    var ann = somebody();
    granted(ann, app("HEALTH_READ"), "HEALTH_READ");
    var sessions = as(ann).send("{ me { sessions { edges { node { current } } } } }").ok();
    assertThat(sessions.at("me.sessions.edges").findValuesAsString("current"))
        .containsExactly("true");
  }

  @Test
  void an_app_that_is_taken_out_has_access_to_nobody_any_more() {
    var app = app("HEALTH_READ");
    var ann = somebody();
    var anns = granted(ann, app, "HEALTH_READ");
    var bobs = granted(somebody(), app, "HEALTH_READ");
    var pending = code(ann, app, "HEALTH_READ");
    var input = Map.of("clientId", app.id());
    mutate(admin(), "removeApp", input, "clientId errors { code }").ok();
    assertThat(as(ann).send(CONNECTED).ok().list("me.connectedApps.edges")).isEmpty();
    assertThat(refusal(app, anns.refreshToken())).isEqualTo("INVALID_CLIENT");
    assertThat(refusal(app, bobs.refreshToken())).isEqualTo("INVALID_CLIENT");
    assertThat(exchange(exchanging(app, pending)).ok().data("exchangeAppCode.errors.0.code"))
        .isEqualTo("INVALID_CLIENT");
    assertThat(
            authorize(as(ann), asked(app, "HEALTH_READ")).ok().data("authorizeApp.errors.0.code"))
        .isEqualTo("NOT_FOUND");
    assertThat(
            mutate(admin(), "removeApp", input, "errors { code }")
                .ok()
                .data("removeApp.errors.0.code"))
        .isEqualTo("NOT_FOUND");
  }

  @Test
  void a_copy_of_a_persons_data_says_which_apps_had_access(
      @Autowired List<ExportSection> sections) {
    var ann = somebody();
    var app = app("HEALTH_READ");
    granted(ann, app, "HEALTH_READ");
    takeBack(as(ann), app).ok();
    var apps =
        sections.stream()
            .filter(section -> section.name().equals("connected-apps"))
            .findFirst()
            .orElseThrow();
    assertThat(apps.json(UUID.fromString(ann.id())))
        .contains(app.id(), "Sleep Coach", "health:read");
    assertThat(apps.json(UUID.randomUUID())).isEqualTo("[]");
  }

  @Test
  void what_has_not_been_used_for_long_is_not_listed() {
    var ann = somebody();
    var app = app("HEALTH_READ");
    granted(ann, app, "HEALTH_READ");
    clock.ahead(Duration.ofDays(31));
    var again = login(ann.email(), PASSWORD).ok().data("login.session.accessToken");
    var apps = graph.as(String.valueOf(again)).send(CONNECTED).ok();
    assertThat(apps.list("me.connectedApps.edges")).isEmpty();
  }

  @Test
  void apps_page_and_a_hundred_people_cost_one_statement() {
    var ann = somebody();
    var ids = IntStream.range(0, 3).mapToObj(index -> app("HEALTH_READ")).toList();
    ids.forEach(app -> granted(ann, app, "HEALTH_READ"));
    var query =
        "query ($after: String) { me { connectedApps(first: 2, after: $after) { edges { node { id } cursor } pageInfo { hasNextPage endCursor } } } }";
    var first = as(ann).send(query).ok();
    assertThat(first.at("me.connectedApps.edges").findValuesAsString("id"))
        .containsExactly(ids.get(2).id(), ids.get(1).id());
    var cursor = String.valueOf(first.data("me.connectedApps.pageInfo.endCursor"));
    var second = as(ann).send(query, Map.of("after", cursor)).ok();
    assertThat(second.at("me.connectedApps.edges").findValuesAsString("id"))
        .containsExactly(ids.get(0).id());
    assertThat(second.at("me.connectedApps.pageInfo.hasNextPage").asBoolean()).isFalse();
    var service = graph.as(serviceToken());
    var keys =
        IntStream.range(0, 100)
            .mapToObj(index -> Map.of("id", index == 0 ? ann.id() : somebodyElse()))
            .toList();
    assertThat(
            sql.during(
                () -> service.entities("User", keys, "connectedApps { edges { cursor } }").ok()))
        .as("one for the people, one for their apps")
        .isEqualTo(2);
  }

  @RepeatedTest(5)
  void nothing_outlives_what_is_taken_back_while_its_code_is_exchanged() {
    var ann = somebody();
    var app = publicApp("HEALTH_READ");
    var code = code(ann, app, "HEALTH_READ");
    var turn = new AtomicInteger();
    atOnce(
        2,
        () ->
            turn.getAndIncrement() == 0
                ? takeBack(as(ann), app).ok()
                : exchange(exchanging(app, code)).ok());
    assertThat(as(ann).send(CONNECTED).ok().list("me.connectedApps.edges")).isEmpty();
  }

  @RepeatedTest(5)
  void nothing_outlives_a_lock_that_comes_while_a_code_is_exchanged() {
    var ann = somebody();
    var app = publicApp("HEALTH_READ");
    var code = code(ann, app, "HEALTH_READ");
    var admin = admin();
    var turn = new AtomicInteger();
    var answers =
        atOnce(
            2,
            () ->
                turn.getAndIncrement() == 0
                    ? mutate(admin, "lockAccount", lock(ann), "errors { code }").ok()
                    : exchange(exchanging(app, code)).ok());
    answers.stream()
        .map(answer -> answer.data("exchangeAppCode.tokens.refreshToken"))
        .filter(Objects::nonNull)
        .forEach(token -> assertThat(refusal(app, token)).isEqualTo("INVALID_TOKEN"));
  }

  @Test
  void an_app_has_no_access_to_who_is_locked_out() {
    var ann = somebody();
    var app = app("HEALTH_READ");
    var granted = granted(ann, app, "HEALTH_READ");
    var pending = code(ann, app, "HEALTH_READ");
    mutate(admin(), "lockAccount", lock(ann), "errors { code }").ok();
    assertThat(refusal(app, granted.refreshToken())).isEqualTo("INVALID_TOKEN");
    assertThat(exchange(exchanging(app, pending)).ok().data("exchangeAppCode.errors.0.code"))
        .isEqualTo("INVALID_CODE");
  }

  private Map<String, String> lock(Somebody person) {
    var until = clock.instant().plus(Duration.ofDays(1)).toString();
    return Map.of("userId", person.id(), "until", until, "reason", "a chargeback");
  }

  private static String somebodyElse() {
    return UUID.randomUUID().toString();
  }

  private Answer takeBack(Graph as, Client app) {
    return mutate(as, "revokeAppAccess", Map.of("id", app.id()), "id errors { code }");
  }
}
