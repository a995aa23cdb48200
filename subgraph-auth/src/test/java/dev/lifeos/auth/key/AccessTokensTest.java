package dev.lifeos.auth.key;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import dev.lifeos.auth.AuthTest;
import dev.lifeos.starter.access.AuthProperties;
import dev.lifeos.starter.access.Role;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class AccessTokensTest extends AuthTest {

  @Autowired private SigningKeys keys;
  @Autowired private AuthProperties auth;

  @Test
  void a_token_says_who_for_whom_for_how_long_and_what_for() throws ParseException {
    var ann = somebody();
    var token = SignedJWT.parse(ann.accessToken());
    assertThat(token.getHeader().getAlgorithm().getName()).isEqualTo("ES256");
    assertThat(token.getHeader().getType().getType()).isEqualTo("at+jwt");
    assertThat(token.getHeader().getKeyID())
        .isEqualTo(graph.get("/.well-known/jwks.json").json().at("/keys/0/kid").asString());
    var claims = token.getJWTClaimsSet();
    assertThat(claims.getIssuer()).isEqualTo(auth.issuer());
    assertThat(claims.getAudience()).containsExactly(auth.audience());
    assertThat(claims.getSubject()).isEqualTo(ann.id());
    assertThat(UUID.fromString(claims.getStringClaim("sid"))).isNotNull();
    assertThat(claims.getJWTID()).isNotBlank();
    assertThat(claims.getStringListClaim("roles")).containsExactly("USER");
    assertThat(claims.getStringClaim("scope").split(" "))
        .hasSize(12)
        .contains("profile:read", "notification:write")
        .doesNotContain("admin");
    assertThat(
            Duration.between(
                claims.getIssueTime().toInstant(), claims.getExpirationTime().toInstant()))
        .isEqualTo(Duration.ofMinutes(10));
  }

  @Test
  void a_token_has_the_persons_zone_and_after_a_move_the_next_one_has_the_new() throws Exception {
    var ann = somebody();
    assertThat(zone(ann.accessToken())).isEqualTo("Europe/Berlin");
    var move = Map.of("timeZone", "Pacific/Kiritimati");
    mutate(graph.as(ann.accessToken()), "updateProfile", move, "errors { code }").ok();
    var renewed = refresh(ann.refreshToken()).ok().data("refreshSession.session.accessToken");
    assertThat(zone(String.valueOf(renewed))).isEqualTo("Pacific/Kiritimati");
  }

  private static Object zone(String token) throws ParseException {
    return SignedJWT.parse(token).getJWTClaimsSet().getClaim("zoneinfo");
  }

  @Test
  void an_administrators_token_has_one_scope_more() throws ParseException {
    var answer = login("admin@example.org", PASSWORD).ok();
    var token = String.valueOf(answer.data("login.session.accessToken"));
    var claims = SignedJWT.parse(token).getJWTClaimsSet();
    assertThat(claims.getStringClaim("scope").split(" ")).hasSize(13).contains("admin");
    assertThat(claims.getStringListClaim("roles")).containsExactly("ADMIN", "USER");
  }

  @Test
  void a_services_token_has_its_name_and_its_scopes_only() throws ParseException {
    var claims = SignedJWT.parse(serviceToken()).getJWTClaimsSet();
    assertThat(claims.getSubject()).isEqualTo("service:finance");
    assertThat(claims.getStringListClaim("roles")).containsExactly("SERVICE");
    assertThat(claims.getStringClaim("scope")).isEqualTo("notification:write profile:read");
    assertThat(claims.getClaim("sid")).isNull();
    assertThat(claims.getClaim("zoneinfo")).isNull();
  }

  @Test
  void a_token_for_another_audience_or_of_another_issuer_is_refused_with_the_right_key_too() {
    var person = UUID.fromString(somebody().id());
    assertThat(status(signed(auth.issuer(), auth.audience(), person))).isEqualTo(200);
    assertThat(status(signed(auth.issuer(), "another", person))).isEqualTo(401);
    assertThat(status(signed("https://evil.example", auth.audience(), person))).isEqualTo(401);
  }

  @Test
  void a_token_ends() {
    var ann = somebody();
    clock.ahead(Duration.ofMinutes(-11));
    var old = login(ann.email(), PASSWORD).ok().data("login.session.accessToken");
    var answer = graph.as(String.valueOf(old)).send("{ me { id } }");
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.firstErrorCode()).isEqualTo("UNAUTHENTICATED");
  }

  private int status(String token) {
    return graph.as(token).send("{ me { id } }").status();
  }

  private String signed(String issuer, String audience, UUID person) {
    var others = new AuthProperties(URI.create("http://unused"), issuer, audience, Duration.ZERO);
    return new AccessTokens(keys, others, clock)
        .issue(
            person.toString(),
            UUID.randomUUID(),
            List.of("profile:read"),
            List.of(Role.USER),
            ZoneOffset.UTC)
        .value();
  }
}
