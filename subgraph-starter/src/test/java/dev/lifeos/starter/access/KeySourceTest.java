package dev.lifeos.starter.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.lifeos.starter.session.EndedSessions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

class KeySourceTest {

  private final ECKey key = newKey("known");
  private final AtomicInteger fetches = new AtomicInteger();
  private volatile JWKSet published = new JWKSet(key.toPublicJWK());
  private volatile boolean up = true;
  private HttpServer auth;
  private JwtDecoder decoder;

  @BeforeEach
  void start() throws IOException {
    auth = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    auth.createContext("/", this::keys);
    auth.start();
    var uri = URI.create("http://127.0.0.1:" + auth.getAddress().getPort() + "/jwks.json");
    var properties = new AuthProperties(uri, "issuer", "audience", Duration.ZERO);
    var configuration = new TokenConfiguration();
    var keys = configuration.jwkSource(properties);
    decoder = configuration.jwtDecoder(keys, properties, new EndedSessions());
  }

  @AfterEach
  void stop() {
    auth.stop(0);
  }

  @Test
  void tokens_are_good_as_soon_as_auth_is_there() {
    up = false;
    for (int request = 0; request < 20; request++) {
      assertThatThrownBy(() -> decoder.decode(token(key)))
          .isInstanceOf(JwtException.class)
          .isNotInstanceOf(BadJwtException.class);
    }
    up = true;
    await()
        .atMost(Duration.ofSeconds(3))
        .ignoreExceptions()
        .until(() -> "ann".equals(decoder.decode(token(key)).getSubject()));
  }

  @Test
  void tokens_of_unknown_keys_are_refused_every_time_and_cost_auth_little() {
    decoder.decode(token(key));
    for (int request = 0; request < 20; request++) {
      var forged = token(newKey("unknown" + request));
      assertThatThrownBy(() -> decoder.decode(forged)).isInstanceOf(BadJwtException.class);
    }
    assertThat(fetches).hasValueLessThanOrEqualTo(3);
  }

  @Test
  void known_keys_stay_good_and_unknown_ones_are_refused_while_auth_is_down() {
    decoder.decode(token(key));
    up = false;
    for (int request = 0; request < 20; request++) {
      var forged = token(newKey("unknown" + request));
      assertThatThrownBy(() -> decoder.decode(forged)).isInstanceOf(BadJwtException.class);
    }
    assertThat(decoder.decode(token(key)).getSubject()).isEqualTo("ann");
  }

  @Test
  void a_new_key_is_fetched_within_seconds() {
    decoder.decode(token(key));
    var next = newKey("next");
    published = new JWKSet(List.of(key.toPublicJWK(), next.toPublicJWK()));
    await()
        .atMost(Duration.ofSeconds(6))
        .ignoreExceptions()
        .until(() -> "ann".equals(decoder.decode(token(next)).getSubject()));
  }

  private void keys(HttpExchange exchange) throws IOException {
    try (exchange) {
      fetches.incrementAndGet();
      var body = published.toString().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(up ? 200 : 503, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static String token(ECKey key) {
    var claims =
        new JWTClaimsSet.Builder()
            .issuer("issuer")
            .audience("audience")
            .subject("ann")
            .expirationTime(Date.from(Instant.now().plusSeconds(60)))
            .build();
    var header =
        new JWSHeader.Builder(JWSAlgorithm.ES256)
            .keyID(key.getKeyID())
            .type(new JOSEObjectType("at+jwt"))
            .build();
    try {
      var token = new SignedJWT(header, claims);
      token.sign(new ECDSASigner(key));
      return token.serialize();
    } catch (JOSEException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static ECKey newKey(String id) {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
    } catch (JOSEException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
