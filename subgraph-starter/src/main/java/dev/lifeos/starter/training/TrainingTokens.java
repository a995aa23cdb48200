package dev.lifeos.starter.training;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.lifeos.starter.access.AuthProperties;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.UUID;

/** Tokens of people that do not exist, by a key of this process alone. */
record TrainingTokens(ECKey key, AuthProperties auth, Clock clock) {

  private static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");
  private static final Duration LIFETIME = Duration.ofMinutes(10);
  private static final String SCOPES =
      "profile:read health:read finance:read learning:read notification:read";

  String of(UUID person) {
    var now = clock.instant();
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(auth.issuer())
            .audience(auth.audience())
            .subject(person.toString())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(LIFETIME)))
            .claim("scope", SCOPES)
            .claim("zoneinfo", "Europe/Berlin")
            .build();
    var header = new JWSHeader.Builder(JWSAlgorithm.ES256).type(TYPE).keyID(key.getKeyID()).build();
    var token = new SignedJWT(header, claims);
    try {
      token.sign(new ECDSASigner(key));
    } catch (JOSEException failure) {
      throw new IllegalStateException(failure);
    }
    return token.serialize();
  }
}
