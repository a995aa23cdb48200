package dev.lifeos.starter.training;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import dev.lifeos.starter.access.AuthProperties;
import dev.lifeos.starter.access.SignedToken;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.UUID;

/** Tokens of people that do not exist, by a key of this process alone. */
record TrainingTokens(ECKey key, AuthProperties auth, Clock clock) {

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
    return SignedToken.of(claims, key);
  }
}
