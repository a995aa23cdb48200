package dev.lifeos.auth.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeos.test.Graph;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class AppRegistryTest extends AppTest {

  private static final Map<String, Object> INPUT =
      Map.of(
          "name",
          "Sleep Coach",
          "homepage",
          "https://app.example",
          "redirectUris",
          List.of(CALLBACK),
          "scopes",
          List.of("HEALTH_READ"));

  @Autowired private JdbcClient jdbc;

  @Test
  void everybody_sees_of_an_app_what_a_consent_screen_shows() {
    var app = app("HEALTH_READ", "PROFILE_READ");
    var query =
        "query ($id: ID!) { app(clientId: $id) { name homepage kind permissions { scope name description } } }";
    var answer = graph.send(query, Map.of("id", app.id())).ok();
    assertThat(answer.data("app.name")).isEqualTo("Sleep Coach");
    assertThat(answer.data("app.homepage")).isEqualTo("https://app.example");
    assertThat(answer.data("app.kind")).isEqualTo("CONFIDENTIAL");
    assertThat(answer.at("app.permissions").findValuesAsString("name"))
        .containsExactly("profile:read", "health:read");
    assertThat(answer.data("app.permissions.1.description")).contains("health");
    assertThat(graph.send(query, Map.of("id", UUID.randomUUID())).ok().at("app").isNull()).isTrue();
  }

  @Test
  void where_an_app_sends_people_only_administrators_see() {
    var query = "{ apps(first: 1) { edges { node { redirectUris } } } }";
    app("HEALTH_READ");
    assertThat(graph.send(query).firstErrorCode()).isEqualTo("UNAUTHENTICATED");
    assertThat(as(somebody()).send(query).firstErrorCode()).isEqualTo("FORBIDDEN");
    assertThat(admin().send(query).ok().data("apps.edges.0.node.redirectUris.0"))
        .isEqualTo(CALLBACK);
  }

  @Test
  void a_secret_is_shown_once_and_only_its_digest_is_kept() {
    var app = app("HEALTH_READ");
    assertThat(app.secret()).hasSize(43);
    assertThat(publicApp("HEALTH_READ").secret()).isNull();
    var rows =
        jdbc.sql("SELECT row_to_json(app)::text FROM app WHERE id = cast(? AS uuid)")
            .param(app.id())
            .query(String.class)
            .single();
    assertThat(rows).doesNotContain(app.secret());
  }

  @Test
  void another_secret_takes_the_place_of_the_one_before() {
    var app = app("HEALTH_READ");
    var input = Map.of("clientId", app.id());
    var answer = mutate(admin(), "renewAppSecret", input, "clientSecret errors { code }").ok();
    var now = new Client(app.id(), answer.data("renewAppSecret.clientSecret"));
    var person = somebody();
    var code = code(person, app, "HEALTH_READ");
    assertThat(exchange(exchanging(app, code)).ok().data("exchangeAppCode.errors.0.code"))
        .isEqualTo("INVALID_CLIENT");
    assertThat(exchange(exchanging(now, code)).ok().data("exchangeAppCode.tokens.accessToken"))
        .isNotNull();
    var without = Map.of("clientId", publicApp("HEALTH_READ").id());
    assertThat(
            mutate(admin(), "renewAppSecret", without, "errors { code }")
                .ok()
                .data("renewAppSecret.errors.0.code"))
        .isEqualTo("NOT_ALLOWED");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://app.example/callback",
        "https://app.example/callback#fragment",
        "https://app.example/callback?code=mine",
        "https://person@app.example/callback",
        "https://app.example@evil.example/",
        "https://app.example\\@evil.example/",
        "https://*.app.example/",
        "https://app.example/a/../callback",
        "https://app.example/../callback",
        "https://app.example/./callback",
        "https://app.example/%2e%2e/callback",
        "https://app.example//callback",
        "https://APP.example/callback",
        "https://app.example/call back",
        "https://app.example/callback\n",
        "https://",
        "//app.example/callback",
        "javascript:alert(1)",
        "data:text/html,x",
        "com.example.app:/callback",
        "http://127.0.0.1.evil.example/",
        "http://localhost.evil.example/",
        "http://10.0.0.1/",
        "http://[::2]/",
        "callback"
      })
  void a_redirect_uri_that_can_be_misread_is_not_registered(String uri) {
    var answer =
        mutate(
                admin(),
                "registerApp",
                with(INPUT, "redirectUris", List.of(CALLBACK, uri)),
                "app { clientId } errors { code path }")
            .ok();
    assertThat(answer.data("registerApp.errors.0.code")).as(uri).isEqualTo("INVALID");
    assertThat(answer.at("registerApp.errors.0.path").toString())
        .isEqualTo("[\"input\",\"redirectUris\",\"1\"]");
    assertThat(answer.at("registerApp.app").isNull()).isTrue();
  }

  @Test
  void plain_addresses_and_this_machine_are_registered() {
    var uris =
        List.of(
            "https://app.example",
            "https://app.example:8443/",
            "https://a.b.example/x/y_z/~me/",
            "http://localhost:3000/back",
            "http://127.0.0.1/back",
            "http://[::1]:9000/back");
    var answer =
        mutate(
                admin(),
                "registerApp",
                with(INPUT, "redirectUris", uris),
                "app { redirectUris } errors { code message }")
            .ok();
    assertThat(answer.at("registerApp.app.redirectUris").size()).isEqualTo(uris.size());
  }

  @Test
  void what_is_missing_or_misleads_is_refused() {
    var admin = admin();
    assertThat(code(admin, with(INPUT, "name", " "))).isEqualTo("REQUIRED");
    assertThat(code(admin, with(INPUT, "name", "x".repeat(61)))).isEqualTo("TOO_LONG");
    assertThat(code(admin, with(INPUT, "name", "Coach\u202e"))).isEqualTo("INVALID");
    assertThat(code(admin, with(INPUT, "redirectUris", List.of()))).isEqualTo("REQUIRED");
    assertThat(code(admin, with(INPUT, "redirectUris", Collections.nCopies(11, CALLBACK))))
        .isEqualTo("TOO_MANY");
    assertThat(code(admin, with(INPUT, "scopes", List.of()))).isEqualTo("REQUIRED");
  }

  @Test
  void only_an_administrator_who_has_just_shown_who_they_are_registers_apps() {
    var person = as(somebody());
    assertThat(mutate(person, "registerApp", INPUT, "errors { code }").firstErrorCode())
        .isEqualTo("FORBIDDEN");
    var admin = admin();
    clock.ahead(Duration.ofMinutes(11));
    assertThat(code(admin, INPUT)).isEqualTo("STEP_UP_REQUIRED");
  }

  @Test
  void administrators_see_all_apps_and_what_was_done_with_them() {
    var app = app("HEALTH_READ");
    var admin = admin();
    var found =
        admin
            .send(
                "{ apps(first: 1) { edges { node { clientId redirectUris } } pageInfo { hasNextPage } } }")
            .ok();
    assertThat(found.data("apps.edges.0.node.clientId")).isEqualTo(app.id());
    mutate(admin, "removeApp", Map.of("clientId", app.id()), "clientId errors { code }").ok();
    var events = admin.send("{ adminEvents(first: 2) { edges { node { action detail } } } }").ok();
    assertThat(events.at("adminEvents.edges").findValuesAsString("action"))
        .containsExactly("APP_REMOVED", "APP_REGISTERED");
    assertThat(events.data("adminEvents.edges.0.node.detail")).contains(app.id());
  }

  private String code(Graph admin, Map<String, ?> input) {
    return String.valueOf(
        mutate(admin, "registerApp", input, "errors { code }")
            .ok()
            .data("registerApp.errors.0.code"));
  }
}
