package dev.lifeos.simulators;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class GoogleSignInTest extends SimulatorTest {

  @Test
  void discovery_names_every_endpoint() {
    JsonNode found = web().get("/.well-known/openid-configuration").json();

    assertThat(found.path("issuer").asString()).isEqualTo("https://accounts.simulated.test");
    assertThat(found.path("authorization_endpoint").asString()).endsWith("/o/oauth2/v2/auth");
    assertThat(found.path("token_endpoint").asString()).endsWith("/token");
    assertThat(found.path("jwks_uri").asString()).endsWith("/oauth2/v3/certs");
    assertThat(found.path("revocation_endpoint").asString()).endsWith("/revoke");
  }

  @Test
  void the_page_asks_in_words_and_keeps_the_request() {
    Web.Answer page = google().ask(Google.request("login_hint", "new.person@gmail.com"));

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body())
        .contains("lifeos-test", "dana.demo@gmail.com", "new.person@gmail.com")
        .contains("See and download any calendar")
        .contains("name=\"state\" value=\"the state\"", "Allow", "Deny");
  }

  @Test
  void what_a_page_repeats_is_escaped() {
    Web.Answer page = google().ask(Google.request("state", "\"><script>alert(1)</script>"));

    assertThat(page.body()).doesNotContain("<script>").contains("&lt;script&gt;");
  }

  @Test
  void an_application_that_is_not_known_gets_a_page_and_nobody_is_sent_anywhere() {
    Web.Answer stranger = google().ask(Google.request("client_id", "stranger"));
    Web.Answer elsewhere = google().ask(Google.request("redirect_uri", Google.BACK + "/evil"));

    assertThat(stranger.status()).isEqualTo(401);
    assertThat(stranger.body()).contains("invalid_client");
    assertThat(elsewhere.status()).isEqualTo(400);
    assertThat(elsewhere.body()).contains("redirect_uri_mismatch");
    assertThat(elsewhere.header("location")).isEmpty();
    assertThat(google().ask(Google.request("scope", "openid everything")).body())
        .contains("invalid_scope");
    assertThat(google().ask(Google.request("response_type", "token")).status()).isEqualTo(400);
    assertThat(google().ask(Google.request("code_challenge_method", "S512")).status())
        .isEqualTo(400);
  }

  @Test
  void whoever_denies_is_sent_back_with_the_state() {
    Map<String, String> form = Google.request("state", "a&b=c ü%20");
    form.put("decision", "deny");
    Web.Answer answer = web().form("/o/oauth2/v2/auth", form);

    assertThat(answer.status()).isEqualTo(302);
    assertThat(answer.header("location")).startsWith(Google.BACK + "?");
    assertThat(answer.redirectQuery())
        .containsEntry("error", "access_denied")
        .containsEntry("state", "a&b=c ü%20")
        .doesNotContainKey("code");
  }

  @Test
  void without_a_page_nobody_can_be_asked() {
    assertThat(google().ask(Google.request("prompt", "none")).redirectQuery())
        .containsEntry("error", "interaction_required");
  }

  @Test
  void an_account_without_an_address_is_asked_for_again() {
    Web.Answer answer = google().allow("nobody", Google.request());

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).contains("Enter an e-mail address");
  }

  @Test
  void a_code_gives_tokens_and_an_id_token_that_the_keys_verify() throws Exception {
    String email = Google.somebody();
    Web.Answer sent = google().allow(email, Google.request());
    assertThat(sent.redirectQuery()).containsEntry("state", "the state").containsKey("scope");
    Web.Answer answer = google().redeem(String.valueOf(sent.redirectQuery().get("code")));
    JsonNode tokens = answer.json();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("cache-control")).contains("no-store");
    assertThat(tokens.path("token_type").asString()).isEqualTo("Bearer");
    assertThat(tokens.path("expires_in").asInt()).isEqualTo(3599);
    assertThat(tokens.path("access_token").asString()).startsWith("ya29.");
    assertThat(tokens.path("refresh_token").asString()).startsWith("1//");
    assertThat(tokens.path("scope").asString()).contains(Google.CALENDAR);
    JWTClaimsSet claims = verified(tokens.path("id_token").asString());
    assertThat(claims.getIssuer()).isEqualTo("https://accounts.simulated.test");
    assertThat(claims.getAudience()).containsExactly("lifeos-test");
    assertThat(claims.getSubject()).matches("\\d{21}");
    assertThat(claims.getClaims())
        .containsEntry("nonce", "the nonce")
        .containsEntry("email", email)
        .containsEntry("email_verified", true)
        .containsEntry("name", "Pat Person")
        .containsKeys("picture", "at_hash", "azp");
    assertThat(claims.getExpirationTime().getTime() - claims.getIssueTime().getTime())
        .isEqualTo(3_600_000);
    assertThat(web().get("/a/" + claims.getSubject()).body()).contains("<svg");
  }

  @Test
  void a_code_works_once_and_for_ten_minutes() {
    String email = Google.somebody();
    String code = google().code(email, Google.request());

    assertThat(google().redeem(code).status()).isEqualTo(200);
    assertGrantRefused(google().redeem(code));
    String late = google().code(email, Google.request());
    clock.forward(Duration.ofMinutes(11));
    assertGrantRefused(google().redeem(late));
    assertGrantRefused(google().redeem("made up"));
  }

  @Test
  void a_code_belongs_to_whoever_asked_for_it() {
    String email = Google.somebody();

    assertGrantRefused(
        google().redeem(google().code(email, Google.request()), "code_verifier", "another"));
    assertGrantRefused(
        google().redeem(google().code(email, Google.request()), "code_verifier", ""));
    Web.Answer elsewhere =
        google().redeem(google().code(email, Google.request()), "redirect_uri", "http://x.test");
    assertThat(elsewhere.status()).isEqualTo(400);
    assertThat(elsewhere.json().path("error").asString()).isEqualTo("redirect_uri_mismatch");
    Web.Answer stranger =
        google().redeem(google().code(email, Google.request()), "client_secret", "guessed");
    assertThat(stranger.status()).isEqualTo(401);
    assertThat(stranger.json().path("error").asString()).isEqualTo("invalid_client");
    assertThat(google().redeem("x", "grant_type", "password").json().path("error").asString())
        .isEqualTo("unsupported_grant_type");
  }

  @Test
  void a_refresh_token_comes_with_the_first_consent_only_unless_consent_is_asked_for() {
    String email = Google.somebody();

    assertThat(tokens(email).path("refresh_token").isMissingNode()).isFalse();
    assertThat(tokens(email).path("refresh_token").isMissingNode()).isTrue();
    assertThat(tokens(email, "prompt", "consent").path("refresh_token").isMissingNode()).isFalse();
    assertThat(
            tokens(Google.somebody(), "access_type", "online")
                .path("refresh_token")
                .isMissingNode())
        .isTrue();
  }

  @Test
  void a_refresh_token_gives_new_access_until_it_is_revoked() {
    String refreshToken = tokens(Google.somebody()).path("refresh_token").asString();
    JsonNode again = google().refresh(refreshToken).json();

    assertThat(again.path("access_token").asString()).startsWith("ya29.");
    assertThat(again.path("refresh_token").isMissingNode()).isTrue();
    String accessToken = again.path("access_token").asString();
    assertThat(web().form("/revoke", Map.of("token", accessToken)).status()).isEqualTo(200);
    assertGrantRefused(google().refresh(refreshToken));
    Web.Answer twice = web().form("/revoke", Map.of("token", accessToken));
    assertThat(twice.status()).isEqualTo(400);
    assertThat(twice.json().path("error").asString()).isEqualTo("invalid_token");
  }

  @Test
  void a_person_can_take_back_what_they_allowed() {
    String email = Google.somebody();
    String refreshToken = tokens(email).path("refresh_token").asString();

    assertThat(
            web().json("POST", "/control/google/accounts/" + email + "/revoke", Map.of()).status())
        .isEqualTo(204);
    assertGrantRefused(google().refresh(refreshToken));
    assertThat(tokens(email).path("refresh_token").isMissingNode()).isFalse();
  }

  @Test
  void google_may_not_know_whose_address_it_is() throws Exception {
    String email = Google.somebody();
    web().json("PUT", "/control/google/accounts/" + email, Map.of("emailVerified", false));

    assertThat(verified(tokens(email).path("id_token").asString()).getClaims())
        .containsEntry("email_verified", false);
  }

  @Test
  void a_person_may_leave_out_the_calendar() {
    Map<String, String> form = Google.request();
    form.put("choice", "shown");
    Web.Answer sent = google().allow(Google.somebody(), form);
    JsonNode tokens = google().redeem(String.valueOf(sent.redirectQuery().get("code"))).json();

    assertThat(tokens.path("scope").asString()).isEqualTo("openid email profile");
  }

  @Test
  void after_a_change_of_keys_old_and_new_tokens_are_verified() throws Exception {
    String before = tokens(Google.somebody()).path("id_token").asString();
    web().json("POST", "/control/google/rotate-key", Map.of());
    String after = tokens(Google.somebody()).path("id_token").asString();

    assertThat(SignedJWT.parse(before).getHeader().getKeyID())
        .isNotEqualTo(SignedJWT.parse(after).getHeader().getKeyID());
    assertThat(List.of(verified(before), verified(after))).hasSize(2);
    assertThat(web().get("/oauth2/v3/certs").body()).doesNotContain("\"d\"");
  }

  @Test
  void user_info_tells_what_the_token_may_see() {
    String email = Google.somebody();
    JsonNode info =
        web().get("/v1/userinfo", "authorization", "Bearer " + google().accessToken(email)).json();

    assertThat(info.path("email").asString()).isEqualTo(email);
    assertThat(web().get("/v1/userinfo").status()).isEqualTo(401);
  }

  private Google google() {
    return new Google(web());
  }

  private JsonNode tokens(String email, String... more) {
    return google().redeem(google().code(email, Google.request(more))).json();
  }

  private JWTClaimsSet verified(String idToken) throws Exception {
    SignedJWT jwt = SignedJWT.parse(idToken);
    JWKSet keys = JWKSet.parse(web().get("/oauth2/v3/certs").body());
    var key = keys.getKeyByKeyId(jwt.getHeader().getKeyID());
    assertThat(jwt.getHeader().getAlgorithm().getName()).isEqualTo("RS256");
    assertThat(jwt.verify(new RSASSAVerifier(key.toRSAKey()))).isTrue();
    return jwt.getJWTClaimsSet();
  }

  private static void assertGrantRefused(Web.Answer answer) {
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("error").asString()).isEqualTo("invalid_grant");
  }
}
