package dev.lifeos.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.lifeos.test.Graph;
import dev.lifeos.test.Servers;
import dev.lifeos.test.Tokens;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A bad token ends at the door, and whoever brings many is kept from knocking. */
class TokenTest {

  private static final String QUERY = "{\"query\":\"{ me { id } }\"}";
  private static final UUID ANN = UUID.randomUUID();
  private static final Upstream UPSTREAM = Upstream.start();
  private static final Edge EDGE =
      Edge.before(UPSTREAM, "lifeos.edge.limit.policies.bad-token.tokens=100000");

  @AfterAll
  static void stop() {
    EDGE.close();
    UPSTREAM.close();
  }

  @BeforeEach
  void forget() {
    UPSTREAM.received().clear();
  }

  static Stream<String> badTokens() throws Exception {
    var good = Tokens.person(ANN.toString());
    var claims = new JWTClaimsSet.Builder().subject(ANN.toString()).build();
    return Stream.of(
        "garbage",
        "a.b.c",
        Tokens.expired(ANN),
        Tokens.forged(good),
        Tokens.of(Tokens.with(good, "iss", "https://evil.example")),
        Tokens.of(Tokens.with(good, "aud", List.of("another"))),
        Tokens.ofType(good, "JWT"),
        new PlainJWT(claims).serialize(),
        hmac(claims),
        strange());
  }

  @ParameterizedTest
  @MethodSource("badTokens")
  void aBadTokenIsRefusedAndNothingBehindHearsOfIt(String token) {
    var answer = EDGE.graph().as(token).sendRaw(QUERY);

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.firstErrorCode()).isEqualTo("UNAUTHENTICATED");
    assertThat(answer.headers().firstValue("WWW-Authenticate"))
        .contains("Bearer error=\"invalid_token\"");
    assertThat(answer.headers().firstValue("Content-Type"))
        .contains("application/graphql-response+json");
    assertThat(answer.json().at("/errors/0/extensions/correlationId").asString())
        .isEqualTo(answer.headers().firstValue("X-Correlation-Id").orElse(""));
    assertThat(UPSTREAM.received()).isEmpty();
  }

  @Test
  void aTokenThatWasGoodIsRefusedOnceItHasEnded() {
    try (var edge = Edge.before(UPSTREAM, "lifeos.auth.clock-skew=0s")) {
      var token = Tokens.expiringIn(ANN, Duration.ofSeconds(3));
      assertThat(edge.graph().as(token).sendRaw(QUERY).status()).isEqualTo(200);

      await().until(() -> edge.graph().as(token).sendRaw(QUERY).status() == 401);
    }
  }

  @Test
  void aBadTokenIsRefusedOnUpgradeToo() {
    assertThatThrownBy(() -> Socket.open(EDGE.socket(), "Authorization", "Bearer a.b.c"))
        .cause()
        .isInstanceOfSatisfying(
            WebSocketHandshakeException.class,
            refused -> assertThat(refused.getResponse().statusCode()).isEqualTo(401));
  }

  @Test
  void aGoodTokenGoesOnUnchanged() {
    var token = Tokens.person(ANN);

    assertThat(EDGE.graph().as(token).sendRaw(QUERY).status()).isEqualTo(200);
    assertThat(UPSTREAM.last().headers().getAll("Authorization"))
        .containsExactly("Bearer " + token);
    Socket.open(EDGE.socket(), "Authorization", "Bearer " + token).socket().abort();
  }

  @Test
  void withoutATokenOneIsAnonymous() {
    assertThat(EDGE.graph().sendRaw(QUERY).status()).isEqualTo(200);
    assertThat(UPSTREAM.last().headers().contains("Authorization")).isFalse();
  }

  @Test
  void whatIsNoBearerTokenIsDropped() {
    EDGE.graph().with("Authorization", "Basic YTpi").sendRaw(QUERY);

    assertThat(UPSTREAM.last().headers().contains("Authorization")).isFalse();
  }

  @Test
  void twoTokensAreOneTooMany() {
    var answer =
        EDGE.graph().with("Authorization", "Basic YTpi").as(Tokens.person(ANN)).sendRaw(QUERY);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.firstErrorCode()).isEqualTo("BAD_USER_INPUT");
  }

  @Test
  void manyUnknownKeysAskAuthOnce() throws Exception {
    try (var auth = Upstream.start()) {
      auth.answers(keys());
      try (var edge =
          Edge.before(
              UPSTREAM,
              "lifeos.auth.jwks-uri=" + auth.origin() + "/jwks.json",
              "lifeos.auth.unknown-key-pause=1h")) {
        assertThat(edge.graph().as(Tokens.person(ANN)).sendRaw(QUERY).status()).isEqualTo(200);
        for (var i = 0; i < 20; i++) {
          assertThat(edge.graph().as(strange()).sendRaw(QUERY).status()).isEqualTo(401);
        }
      }
      // The first for the good token, the second for the first unknown key.
      assertThat(auth.received()).hasSize(2);
    }
  }

  @Test
  void aNewKeyIsKnownAtOnce() throws Exception {
    var fresh = new ECKeyGenerator(Curve.P_256).keyID("fresh").generate();
    try (var auth = Upstream.start()) {
      auth.answers(keys());
      try (var edge =
          Edge.before(UPSTREAM, "lifeos.auth.jwks-uri=" + auth.origin() + "/jwks.json")) {
        assertThat(edge.graph().as(Tokens.person(ANN)).sendRaw(QUERY).status()).isEqualTo(200);
        auth.answers(new JWKSet(fresh.toPublicJWK()).toString());
        var token = signed(new ECDSASigner(fresh), JWSAlgorithm.ES256, "fresh");

        assertThat(edge.graph().as(token).sendRaw(QUERY).status()).isEqualTo(200);
      }
    }
  }

  @Test
  void whileAuthWasNeverReachedTokensCannotBeCheckedAndThenTheyCan() throws Exception {
    try (var auth = Upstream.start()) {
      auth.answers(keys());
      auth.goAway();
      try (var edge =
          Edge.before(UPSTREAM, "lifeos.auth.jwks-uri=" + auth.origin() + "/jwks.json")) {
        var answer = edge.graph().as(Tokens.person(ANN)).sendRaw(QUERY);
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.firstErrorCode()).isEqualTo("UPSTREAM_UNAVAILABLE");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(edge.graph().sendRaw(QUERY).status()).isEqualTo(200);

        auth.comeBack();
        await().until(() -> edge.graph().as(Tokens.person(ANN)).sendRaw(QUERY).status() == 200);
        auth.goAway();
        assertThat(edge.graph().as(Tokens.person(ANN)).sendRaw(QUERY).status()).isEqualTo(200);
      }
    }
  }

  @Test
  void aFloodOfBadTokensIsRefusedBeforeTheyAreChecked() {
    try (var edge =
        Edge.before(
            UPSTREAM,
            "lifeos.edge.trusted-proxies=127.0.0.1",
            "lifeos.edge.limit.policies.bad-token.tokens=5",
            "lifeos.edge.limit.policies.bad-token.per=1h")) {
      for (var i = 0; i < 5; i++) {
        assertThat(edge.graph().as("a.b.c").sendRaw(QUERY).status()).isEqualTo(401);
        assertThat(household(edge, i).sendRaw(QUERY).status()).isEqualTo(401);
      }
      assertThat(household(edge, 6).sendRaw(QUERY).status()).isEqualTo(429);
      var refused = edge.graph().as("a.b.c").sendRaw(QUERY);
      assertThat(refused.status()).isEqualTo(429);
      assertThat(refused.firstErrorCode()).isEqualTo("RATE_LIMITED");
      assertThat(refused.headers().firstValue("Retry-After")).isPresent();
      assertThat(edge.graph().sendRaw(QUERY).status()).isEqualTo(200);
    }
  }

  // All its addresses are one client.
  private static Graph household(Edge edge, int member) {
    return edge.graph().with("X-Forwarded-For", "2001:db8:7:7::" + member).as("a.b.c");
  }

  private static String keys() {
    var jwks = Servers.jwks();
    return Graph.at("http://" + jwks.getAuthority()).get(jwks.getPath()).body();
  }

  private static String hmac(JWTClaimsSet claims) throws Exception {
    var key = JWKSet.parse(keys()).getKeyByKeyId("test").toECKey().toECPublicKey().getEncoded();
    var token =
        new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("test").build(), claims);
    token.sign(new MACSigner(key));
    return token.serialize();
  }

  private static String strange() throws Exception {
    var key = new ECKeyGenerator(Curve.P_256).keyID(UUID.randomUUID().toString()).generate();
    return signed(new ECDSASigner(key), JWSAlgorithm.ES256, key.getKeyID());
  }

  private static String signed(ECDSASigner signer, JWSAlgorithm algorithm, String keyId)
      throws Exception {
    var header =
        new JWSHeader.Builder(algorithm).keyID(keyId).type(new JOSEObjectType("at+jwt")).build();
    var claims =
        new JWTClaimsSet.Builder()
            .subject(ANN.toString())
            .issuer("http://localhost:3000")
            .audience("lifeos")
            .expirationTime(new Date(System.currentTimeMillis() + 600_000))
            .build();
    var token = new SignedJWT(header, claims);
    token.sign(signer);
    return token.serialize();
  }
}
