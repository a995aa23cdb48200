package dev.lifeos.auth.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AppRenewalTest extends AppTest {

  @Test
  void an_app_renews_its_tokens_with_what_was_allowed() throws Exception {
    var app = app("HEALTH_READ", "FINANCE_READ");
    var granted = granted(somebody(), app, "HEALTH_READ", "FINANCE_READ");
    var answer = renew(renewing(app, granted.refreshToken())).ok();
    var claims =
        SignedJWT.parse(String.valueOf(answer.data("refreshAppToken.tokens.accessToken")))
            .getJWTClaimsSet();
    assertThat(claims.getStringClaim("scope")).isEqualTo("health:read finance:read");
    assertThat(claims.getStringClaim("client_id")).isEqualTo(app.id());
    assertThat(claims.getStringListClaim("roles")).isEmpty();
  }

  @Test
  void an_app_asks_for_less_and_never_for_more() throws Exception {
    var app = app("HEALTH_READ", "FINANCE_READ", "FINANCE_WRITE");
    var granted = granted(somebody(), app, "HEALTH_READ", "FINANCE_READ");
    var more =
        with(
            renewing(app, granted.refreshToken()),
            "scopes",
            List.of("FINANCE_READ", "FINANCE_WRITE"));
    assertThat(renew(more).ok().data("refreshAppToken.errors.0.code"))
        .isEqualTo("SCOPE_NOT_ALLOWED");
    var less = with(renewing(app, granted.refreshToken()), "scopes", List.of("FINANCE_READ"));
    var answer = renew(less).ok();
    var claims =
        SignedJWT.parse(String.valueOf(answer.data("refreshAppToken.tokens.accessToken")))
            .getJWTClaimsSet();
    assertThat(claims.getStringClaim("scope")).isEqualTo("finance:read");
    var next = String.valueOf(answer.data("refreshAppToken.tokens.refreshToken"));
    assertThat(renew(renewing(app, next)).ok().at("refreshAppToken.tokens.scopes").size())
        .as("less for one access token, not for good")
        .isEqualTo(2);
  }

  @Test
  void an_app_that_lost_the_answer_gets_the_same_again() {
    var app = publicApp("HEALTH_READ");
    var granted = granted(somebody(), app, "HEALTH_READ");
    var next = renewed(app, granted.refreshToken());
    assertThat(renewed(app, granted.refreshToken())).isEqualTo(next);
    assertThat(renewed(app, String.valueOf(next))).isNotNull();
  }

  @Test
  void a_token_that_comes_again_later_ends_the_access_of_the_app() {
    var app = publicApp("HEALTH_READ");
    var granted = granted(somebody(), app, "HEALTH_READ");
    var next = String.valueOf(renewed(app, granted.refreshToken()));
    clock.ahead(Duration.ofSeconds(11));
    assertThat(refusal(app, granted.refreshToken())).isEqualTo("INVALID_TOKEN");
    assertThat(refusal(app, next)).isEqualTo("INVALID_TOKEN");
  }

  @Test
  void a_grandparent_ends_the_access_however_soon_it_comes() {
    var app = publicApp("HEALTH_READ");
    var granted = granted(somebody(), app, "HEALTH_READ");
    var newest = String.valueOf(renewed(app, String.valueOf(renewed(app, granted.refreshToken()))));
    assertThat(refusal(app, granted.refreshToken())).isEqualTo("INVALID_TOKEN");
    assertThat(refusal(app, newest)).isEqualTo("INVALID_TOKEN");
  }

  @Test
  void fifty_requests_with_one_token_get_one_successor() {
    var app = publicApp("HEALTH_READ");
    var granted = granted(somebody(), app, "HEALTH_READ");
    var successors =
        atOnce(50, () -> renew(renewing(app, granted.refreshToken())).ok()).stream()
            .map(answer -> String.valueOf(answer.data("refreshAppToken.tokens.refreshToken")))
            .distinct()
            .toList();
    assertThat(successors).hasSize(1);
    assertThat(renewed(app, successors.getFirst())).isNotNull();
  }

  @Test
  void a_token_is_good_for_its_own_app_only() {
    var app = app("HEALTH_READ");
    var other = app("HEALTH_READ");
    var granted = granted(somebody(), app, "HEALTH_READ");
    assertThat(refusal(other, granted.refreshToken())).isEqualTo("INVALID_TOKEN");
    assertThat(refusal(new Client(app.id(), null), granted.refreshToken()))
        .isEqualTo("INVALID_CLIENT");
    assertThat(refusal(new Client(app.id(), other.secret()), granted.refreshToken()))
        .isEqualTo("INVALID_CLIENT");
    assertThat(refusal(new Client(UUID.randomUUID().toString(), null), granted.refreshToken()))
        .isEqualTo("INVALID_CLIENT");
    assertThat(renewed(app, granted.refreshToken())).as("and it still is").isNotNull();
  }

  @Test
  void apps_and_people_do_not_renew_with_each_others_tokens() {
    var ann = somebody();
    var app = publicApp("PROFILE_READ");
    var granted = granted(ann, app, "PROFILE_READ");
    assertThat(refresh(granted.refreshToken()).ok().data("refreshSession.errors.0.code"))
        .isEqualTo("INVALID_TOKEN");
    assertThat(refusal(app, ann.refreshToken())).isEqualTo("INVALID_TOKEN");
    assertThat(renewed(app, granted.refreshToken())).isNotNull();
    assertThat(refresh(ann.refreshToken()).ok().data("refreshSession.session.refreshToken"))
        .isNotNull();
  }

  @Test
  void a_token_that_nobody_uses_ends_after_thirty_days() {
    var app = publicApp("HEALTH_READ");
    var granted = granted(somebody(), app, "HEALTH_READ");
    clock.ahead(Duration.ofDays(31));
    assertThat(refusal(app, granted.refreshToken())).isEqualTo("INVALID_TOKEN");
  }

  @Test
  void an_access_token_is_no_refresh_token_and_the_other_way_round() {
    var app = publicApp("PROFILE_READ");
    var granted = granted(somebody(), app, "PROFILE_READ");
    assertThat(refusal(app, granted.accessToken())).isEqualTo("INVALID_TOKEN");
    assertThat(graph.as(granted.refreshToken()).send("{ me { id } }").status()).isEqualTo(401);
  }

  @Test
  void a_logout_with_its_own_access_token_ends_the_access_of_the_app_alone() {
    var ann = somebody();
    var app = publicApp("PROFILE_READ");
    var granted = granted(ann, app, "PROFILE_READ");
    mutate(graph.as(granted.accessToken()), "logout", Map.of(), "errors { code }").ok();
    assertThat(refusal(app, granted.refreshToken())).isEqualTo("INVALID_TOKEN");
    assertThat(refresh(ann.refreshToken()).ok().data("refreshSession.session.refreshToken"))
        .isNotNull();
  }
}
