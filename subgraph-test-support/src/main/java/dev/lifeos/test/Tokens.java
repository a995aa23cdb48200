package dev.lifeos.test;

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
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Signs access tokens for whomever a test needs, as auth would. */
public final class Tokens {

  /** All that a first-party session of a person may do. */
  public static final String FIRST_PARTY =
      "profile:read profile:write calendar:read calendar:write health:read health:write"
          + " finance:read finance:write learning:read learning:write notification:read"
          + " notification:write";

  private static final ECKey KEY = newKey("test");

  private Tokens() {}

  /** A person's first-party token. */
  public static String person(UUID id) {
    return person(id, FIRST_PARTY.split(" "));
  }

  /** A person's token with these scopes only. */
  public static String person(UUID id, String... scopes) {
    return of(claims(id.toString(), "USER", String.join(" ", scopes)));
  }

  /** A first-party token of a person who lives in that zone. */
  public static String personIn(UUID id, String zone) {
    return of(with(person(id.toString()), "zoneinfo", zone));
  }

  /** An administrator's token. */
  public static String admin(UUID id) {
    return admin(id, (FIRST_PARTY + " admin").split(" "));
  }

  /** An administrator's token with these scopes only. */
  public static String admin(UUID id, String... scopes) {
    return of(claims(id.toString(), "ADMIN", String.join(" ", scopes)));
  }

  /** Another service's token, with all scopes. */
  public static String service(String name) {
    return service(name, FIRST_PARTY.split(" "));
  }

  /** Another service's token with these scopes only. */
  public static String service(String name, String... scopes) {
    // A service has no session.
    var claims = new HashMap<>(claims("service:" + name, "SERVICE", String.join(" ", scopes)));
    claims.remove("sid");
    return of(claims);
  }

  /** A person's token that ended an hour ago. */
  public static String expired(UUID id) {
    return of(with(person(id.toString()), "exp", Instant.now().minus(Duration.ofHours(1))));
  }

  /** A token of a person whose session ends so soon. */
  public static String expiringIn(UUID id, Duration left) {
    return of(with(person(id.toString()), "exp", Instant.now().plus(left)));
  }

  /** A person's first-party token of that session. */
  public static String session(UUID id, String session) {
    return of(with(person(id.toString()), "sid", session));
  }

  /** The claims of a person's good token, to be spoilt. */
  public static Map<String, Object> person(String subject) {
    return claims(subject, "USER", FIRST_PARTY);
  }

  /** The same claims but for one. */
  public static Map<String, Object> with(Map<String, Object> claims, String name, Object value) {
    var changed = new HashMap<>(claims);
    changed.put(name, value);
    return changed;
  }

  /** A token with exactly these claims, signed with the right key. */
  public static String of(Map<String, Object> claims) {
    return sign(claims, KEY, "at+jwt");
  }

  /** The same, signed by a key that nobody published, under the published key's id. */
  public static String forged(Map<String, Object> claims) {
    return sign(claims, newKey(KEY.getKeyID()), "at+jwt");
  }

  /** The same, signed by a key of which nobody has heard. */
  public static String ofUnknownKey(Map<String, Object> claims) {
    return sign(claims, newKey(UUID.randomUUID().toString()), "at+jwt");
  }

  /** The same, of another type than an access token (RFC 9068). */
  public static String ofType(Map<String, Object> claims, String type) {
    return sign(claims, KEY, type);
  }

  static String jwks() {
    return new JWKSet(KEY.toPublicJWK()).toString();
  }

  private static Map<String, Object> claims(String subject, String role, String scope) {
    return Map.of(
        "iss", "http://localhost:3000",
        "aud", List.of("lifeos"),
        "sub", subject,
        "sid", UUID.randomUUID().toString(),
        "scope", scope,
        "roles", List.of(role),
        "exp", Instant.now().plus(Duration.ofMinutes(10)));
  }

  private static String sign(Map<String, Object> claims, ECKey key, String type) {
    var set = new JWTClaimsSet.Builder();
    claims.forEach(
        (name, value) -> set.claim(name, value instanceof Instant at ? Date.from(at) : value));
    var header =
        new JWSHeader.Builder(JWSAlgorithm.ES256)
            .keyID(key.getKeyID())
            .type(new JOSEObjectType(type))
            .build();
    try {
      var token = new SignedJWT(header, set.build());
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
