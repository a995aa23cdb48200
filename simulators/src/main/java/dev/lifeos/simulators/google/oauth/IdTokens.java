package dev.lifeos.simulators.google.oauth;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.lifeos.simulators.google.GoogleProperties;
import dev.lifeos.simulators.google.account.GoogleAccount;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says by a signed token who has signed in. */
@Component
class IdTokens {
  private static final Duration LIFE = Duration.ofHours(1);

  private final GoogleProperties google;
  private final GoogleKey key;
  private final Clock clock;

  IdTokens(GoogleProperties google, GoogleKey key, Clock clock) {
    this.google = google;
    this.key = key;
    this.clock = clock;
  }

  String of(GoogleAccount account, Grant grant, String accessToken, @Nullable String nonce) {
    Instant now = clock.instant();
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .issuer(google.issuer())
            .audience(grant.clientId())
            .claim("azp", grant.clientId())
            .subject(account.sub())
            .claim("at_hash", half(accessToken))
            .claim("nonce", nonce)
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(LIFE)));
    Claims.of(account, grant.scopes(), google.issuer()).forEach(claims::claim);
    return key.sign(claims.build());
  }

  // OpenID Connect 3.1.3.6: the left half of the hash.
  private static String half(String accessToken) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(accessToken.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, 16));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
