package dev.lifeos.auth.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import dev.lifeos.auth.MailBox;
import dev.lifeos.auth.key.AccessTokens;
import dev.lifeos.starter.access.Role;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class ConsentTest extends AppTest {

  @Autowired private AccessTokens tokens;

  @Test
  void an_app_gets_what_the_person_allowed_and_no_more() throws Exception {
    var ann = somebody();
    var app = app("PROFILE_READ", "HEALTH_READ", "HEALTH_WRITE");
    var granted = granted(ann, app, "HEALTH_READ");
    var claims = SignedJWT.parse(granted.accessToken()).getJWTClaimsSet();
    assertThat(claims.getSubject()).isEqualTo(ann.id());
    assertThat(claims.getStringClaim("client_id")).isEqualTo(app.id());
    assertThat(claims.getStringClaim("scope")).isEqualTo("health:read");
    assertThat(claims.getStringListClaim("roles")).isEmpty();
    assertThat(claims.getClaim("zoneinfo")).isNull();
    var as = graph.as(granted.accessToken());
    assertThat(as.send("{ me { id } }").ok().data("me.id")).isEqualTo(ann.id());
    assertThat(as.send("{ me { email } }").errorCodes()).containsExactly("FORBIDDEN");
  }

  @Test
  void with_the_profile_an_app_knows_who_and_where_the_person_is() throws Exception {
    var ann = somebody();
    var granted = granted(ann, publicApp("PROFILE_READ"), "PROFILE_READ");
    var me = graph.as(granted.accessToken()).send("{ me { email fullName timeZone } }").ok();
    assertThat(me.data("me.email")).isEqualTo(ann.email());
    var claims = SignedJWT.parse(granted.accessToken()).getJWTClaimsSet();
    assertThat(claims.getStringClaim("zoneinfo")).isEqualTo("Europe/Berlin");
  }

  @Test
  void there_is_no_role_in_the_token_of_an_administrators_app() throws Exception {
    var app = publicApp("PROFILE_READ");
    var answer = authorize(admin(), asked(app, "PROFILE_READ")).ok();
    var code = parameter(String.valueOf(answer.data("authorizeApp.redirectUrl")), "code");
    var token =
        String.valueOf(
            exchange(exchanging(app, code)).ok().data("exchangeAppCode.tokens.accessToken"));
    var claims = SignedJWT.parse(token).getJWTClaimsSet();
    assertThat(claims.getStringListClaim("roles")).isEmpty();
    assertThat(claims.getStringClaim("scope")).isEqualTo("profile:read");
    var as = graph.as(token);
    assertThat(as.send("{ users { edges { cursor } } }").firstErrorCode()).isEqualTo("FORBIDDEN");
    assertThat(as.send("{ me { roles } }").firstErrorCode()).isEqualTo("FORBIDDEN");
    var somebody = Map.of("userId", somebody().id(), "role", "ADMIN");
    assertThat(mutate(as, "grantRole", somebody, "errors { code }").firstErrorCode())
        .isEqualTo("FORBIDDEN");
  }

  @Test
  void the_person_is_sent_back_with_code_state_and_issuer() {
    var app = app("HEALTH_READ");
    var state = "x&code=mine#f=%41 ü";
    var input = with(asked(app, "HEALTH_READ"), "state", state);
    var url =
        String.valueOf(authorize(as(somebody()), input).ok().data("authorizeApp.redirectUrl"));
    assertThat(url).startsWith(CALLBACK + "?").doesNotContain("#", "code=mine");
    assertThat(URLDecoder.decode(parameter(url, "state"), StandardCharsets.UTF_8)).isEqualTo(state);
    assertThat(parameter(url, "code")).hasSize(43);
    assertThat(URLDecoder.decode(parameter(url, "iss"), StandardCharsets.UTF_8))
        .isEqualTo("http://localhost:3000");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://app.example/callback/",
        "https://app.example/callback/more",
        "https://app.example/callbackmore",
        "https://app.example/",
        "https://app.example",
        "https://app.example/callback?x=1",
        "https://app.example/callback#x",
        "https://app.example/callback/../evil",
        "https://app.example/CALLBACK",
        "https://APP.EXAMPLE/callback",
        "https://app.example:443/callback",
        "https://sub.app.example/callback",
        "https://app.example.evil.example/callback",
        "https://app.example@evil.example/callback",
        "https://evil.example/callback",
        "https://evil.example\\@app.example/callback",
        "http://app.example/callback",
        "http://127.0.0.1:8124/back",
        "http://localhost:8123/back",
        " https://app.example/callback",
        "javascript:alert(1)",
        ""
      })
  void people_are_sent_to_no_address_that_is_not_registered_to_the_letter(String uri) {
    var app = app("HEALTH_READ");
    var ann = as(somebody());
    var input = with(asked(app, "HEALTH_READ"), "redirectUri", uri);
    var answer = authorize(ann, input).ok();
    assertThat(answer.data("authorizeApp.errors.0.code")).isEqualTo("REDIRECT_NOT_REGISTERED");
    assertThat(answer.at("authorizeApp.redirectUrl").isNull()).isTrue();
    var declined = Map.of("clientId", app.id(), "redirectUri", uri);
    assertThat(
            mutate(ann, "declineApp", declined, "redirectUrl errors { code }")
                .ok()
                .data("declineApp.errors.0.code"))
        .isEqualTo("REDIRECT_NOT_REGISTERED");
  }

  @Test
  void who_declines_is_sent_back_with_that() {
    var app = app("HEALTH_READ");
    var input = Map.of("clientId", app.id(), "redirectUri", CALLBACK, "state", "s");
    var url =
        String.valueOf(
            mutate(as(somebody()), "declineApp", input, "redirectUrl errors { code }")
                .ok()
                .data("declineApp.redirectUrl"));
    assertThat(parameter(url, "error")).isEqualTo("access_denied");
    assertThat(parameter(url, "state")).isEqualTo("s");
    assertThat(parameter(url, "code")).isEqualTo("null");
  }

  @Test
  void an_app_asks_for_nothing_that_it_is_not_registered_for() {
    var app = app("HEALTH_READ");
    var answer = authorize(as(somebody()), asked(app, "HEALTH_READ", "HEALTH_WRITE")).ok();
    assertThat(answer.data("authorizeApp.errors.0.code")).isEqualTo("SCOPE_NOT_ALLOWED");
    for (var never : List.of("ADMIN", "PROFILE_WRITE", "admin", "profile:write")) {
      assertThat(authorize(as(somebody()), asked(app, never)).firstErrorCode())
          .isEqualTo("BAD_USER_INPUT");
    }
  }

  @Test
  void a_person_allows_nothing_that_their_token_does_not_have() {
    var ann = somebody();
    var session = session(ann);
    var narrow = tokens.issue(ann.id(), session, List.of("profile:write"), Set.of(Role.USER), null);
    var answer = authorize(graph.as(narrow.value()), asked(app("HEALTH_READ"), "HEALTH_READ"));
    assertThat(answer.ok().data("authorizeApp.errors.0.code")).isEqualTo("SCOPE_NOT_ALLOWED");
  }

  @Test
  void without_a_challenge_of_s256_there_is_no_code() {
    var app = app("HEALTH_READ");
    var ann = as(somebody());
    var asked = asked(app, "HEALTH_READ");
    for (var challenge : List.of("", "plain", VERIFIER, challenge(VERIFIER) + "=")) {
      assertThat(
              authorize(ann, with(asked, "codeChallenge", challenge))
                  .ok()
                  .data("authorizeApp.errors.0.code"))
          .isEqualTo("INVALID");
    }
    var without = with(asked, "codeChallenge", "");
    without.remove("codeChallenge");
    assertThat(authorize(ann, without).firstErrorCode()).isEqualTo("BAD_USER_INPUT");
    assertThat(authorize(ann, with(asked, "codeChallengeMethod", "plain")).firstErrorCode())
        .isEqualTo("BAD_USER_INPUT");
  }

  @Test
  void a_state_is_bounded_and_scopes_are_needed() {
    var app = app("HEALTH_READ");
    var ann = as(somebody());
    assertThat(
            authorize(ann, with(asked(app, "HEALTH_READ"), "state", "x".repeat(501)))
                .ok()
                .data("authorizeApp.errors.0.code"))
        .isEqualTo("TOO_LONG");
    assertThat(authorize(ann, asked(app)).ok().data("authorizeApp.errors.0.code"))
        .isEqualTo("REQUIRED");
  }

  @Test
  void an_unknown_app_is_not_found() {
    var nobody = new Client(UUID.randomUUID().toString(), null);
    assertThat(
            authorize(as(somebody()), asked(nobody, "HEALTH_READ"))
                .ok()
                .data("authorizeApp.errors.0.code"))
        .isEqualTo("NOT_FOUND");
  }

  @Test
  void in_a_session_that_has_ended_nobody_allows_anything() {
    var ann = somebody();
    var app = app("HEALTH_READ");
    mutate(graph, "logout", Map.of("refreshToken", ann.refreshToken()), "errors { code }").ok();
    assertThat(authorize(as(ann), asked(app, "HEALTH_READ")).errorCodes())
        .containsExactly("UNAUTHENTICATED");
  }

  @Test
  void a_consent_is_told_by_mail_and_in_the_security_log() {
    var ann = somebody();
    granted(ann, app("HEALTH_READ"), "HEALTH_READ");
    assertThat(MailBox.subjects(ann.email(), 2)).anyMatch(subject -> subject.contains("app"));
    var events =
        as(ann).send("{ me { securityEvents(first: 1) { edges { node { type detail } } } } }").ok();
    assertThat(events.data("me.securityEvents.edges.0.node.type")).isEqualTo("APP_AUTHORIZED");
    assertThat(events.data("me.securityEvents.edges.0.node.detail"))
        .contains("Sleep Coach", "health:read");
  }

  private UUID session(Somebody person) {
    try {
      var claims = SignedJWT.parse(person.accessToken()).getJWTClaimsSet();
      return UUID.fromString(claims.getStringClaim("sid"));
    } catch (ParseException malformed) {
      throw new IllegalStateException(malformed);
    }
  }
}
