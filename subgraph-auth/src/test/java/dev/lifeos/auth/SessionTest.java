package dev.lifeos.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.lifeos.auth.key.SigningKeys;
import dev.lifeos.test.Tokens;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

class SessionTest extends AuthTest {

  @Autowired private JdbcClient jdbc;
  @Autowired private SigningKeys keys;
  @Autowired private AutowireCapableBeanFactory beans;

  @Test
  void a_refresh_token_is_exchanged_once() {
    var ann = somebody();
    var renewed = refresh(ann.refreshToken()).ok();
    var next = String.valueOf(renewed.data("refreshSession.session.refreshToken"));
    assertThat(next).isNotEqualTo(ann.refreshToken());
    var access = String.valueOf(renewed.data("refreshSession.session.accessToken"));
    assertThat(graph.as(access).send("{ me { id } }").ok().data("me.id")).isEqualTo(ann.id());
    assertThat(refresh(next).ok().data("refreshSession.session.refreshToken")).isNotNull();
    assertThat(code(ann.refreshToken())).isEqualTo("INVALID_TOKEN");
  }

  @Test
  void a_token_that_comes_again_later_ends_its_session_and_no_other() {
    var ann = somebody();
    var elsewhere =
        String.valueOf(login(ann.email(), PASSWORD).ok().data("login.session.refreshToken"));
    var next =
        String.valueOf(
            refresh(ann.refreshToken()).ok().data("refreshSession.session.refreshToken"));
    clock.ahead(Duration.ofSeconds(31));
    assertThat(code(ann.refreshToken())).isEqualTo("INVALID_TOKEN");
    assertThat(code(next)).isEqualTo("INVALID_TOKEN");
    assertThat(refresh(elsewhere).ok().data("refreshSession.session.refreshToken")).isNotNull();
  }

  @Test
  void a_refresh_token_ends_after_thirty_days() {
    var ann = somebody();
    clock.ahead(Duration.ofDays(31));
    assertThat(code(ann.refreshToken())).isEqualTo("INVALID_TOKEN");
  }

  @Test
  void logging_out_ends_the_session_and_again_changes_nothing() {
    var ann = somebody();
    var input = Map.of("refreshToken", ann.refreshToken());
    for (var time = 0; time < 2; time++) {
      assertThat(mutate(graph, "logout", input, "errors { code }").ok().list("logout.errors"))
          .isEmpty();
    }
    assertThat(code(ann.refreshToken())).isEqualTo("INVALID_TOKEN");
    mutate(graph, "logout", Map.of("refreshToken", "unknown"), "errors { code }").ok();
  }

  @Test
  void refresh_tokens_do_not_lie_open_in_the_database() {
    var ann = somebody();
    var hashes =
        jdbc.sql("SELECT encode(token_hash, 'escape') FROM refresh_token")
            .query(String.class)
            .list();
    assertThat(hashes).isNotEmpty().noneMatch(hash -> hash.contains(ann.refreshToken()));
  }

  @Test
  void tokens_that_this_auth_has_not_signed_are_refused() throws Exception {
    var ann = somebody();
    var claims = SignedJWT.parse(ann.accessToken()).getJWTClaimsSet();
    assertRefused(Tokens.person(UUID.fromString(ann.id())));
    assertRefused(new PlainJWT(claims).serialize());
    assertRefused(hmacWithThePublicKey(claims));
    assertRefused(ann.refreshToken());
    var parts = ann.accessToken().split("\\.");
    var other = somebody().accessToken().split("\\.");
    assertRefused(parts[0] + "." + other[1] + "." + parts[2]);
  }

  @Test
  void the_published_keys_have_no_private_part() {
    var published = graph.get("/.well-known/jwks.json");
    assertThat(published.status()).isEqualTo(200);
    assertThat(published.headers().firstValue("Cache-Control").orElseThrow())
        .contains("max-age=300");
    assertThat(published.json().at("/keys/0/crv").asString()).isEqualTo("P-256");
    assertThat(published.json().at("/keys/0/d").isMissingNode()).isTrue();
  }

  @Test
  void signing_keys_survive_a_restart_and_are_encrypted_at_rest() throws Exception {
    var restarted =
        (SigningKeys)
            beans.autowire(
                SigningKeys.class, AutowireCapableBeanFactory.AUTOWIRE_CONSTRUCTOR, false);
    JWKSet before = keys.publicKeys();
    assertThat(restarted.publicKeys()).isEqualTo(before);
    var stored = jdbc.sql("SELECT encrypted_jwk FROM signing_key").query(byte[].class).single();
    assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("\"d\"", "kty");
    assertThat(jdbc.sql("SELECT public_jwk FROM signing_key").query(String.class).single())
        .doesNotContain("\"d\"");
  }

  private String hmacWithThePublicKey(JWTClaimsSet claims) throws Exception {
    var key = keys.publicKeys().getKeys().getFirst();
    var header =
        new JWSHeader.Builder(JWSAlgorithm.HS256)
            .keyID(key.getKeyID())
            .type(new JOSEObjectType("at+jwt"))
            .build();
    var token = new SignedJWT(header, claims);
    token.sign(new MACSigner(key.toJSONString().getBytes(StandardCharsets.UTF_8)));
    return token.serialize();
  }

  private void assertRefused(String token) {
    var answer = graph.as(token).send("{ me { id } }");
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.firstErrorCode()).isEqualTo("UNAUTHENTICATED");
  }

  private String code(String refreshToken) {
    return String.valueOf(refresh(refreshToken).ok().data("refreshSession.errors.0.code"));
  }
}
