package dev.lifeos.auth.google;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.lifeos.auth.key.OneTimeToken;
import dev.lifeos.starter.error.InvalidInput;
import java.net.MalformedURLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;

/**
 * Verifies ID tokens (OpenID Connect Core 3.1.3.7): RS256 only, by Google's published keys, issuer,
 * audience, expiry, and the nonce of the attempt.
 */
@Component
class IdTokens {

  private static final Logger LOG = LoggerFactory.getLogger(IdTokens.class);
  private static final int MAX_JWKS_BYTES = 100_000;
  private static final Duration CLOCK_SKEW = Duration.ofSeconds(30);

  private final NimbusJwtDecoder decoder;

  IdTokens(GoogleProperties google, Clock clock) throws MalformedURLException {
    var processor = new DefaultJWTProcessor<SecurityContext>();
    processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys(google)));
    // The claims are checked below, with Spring's validators.
    processor.setJWTClaimsSetVerifier((claims, context) -> {});
    decoder = new NimbusJwtDecoder(processor);
    decoder.setJwtValidator(validator(google, clock));
  }

  /**
   * Who the token is about.
   *
   * @throws InvalidInput where it will not do
   */
  GoogleProfile verify(String token, OneTimeToken nonce) {
    var verified = decode(token);
    if (!nonce.value().equals(verified.getClaimAsString("nonce"))) {
      throw refused("another nonce");
    }
    return GoogleProfile.of(verified);
  }

  private Jwt decode(String token) {
    try {
      return decoder.decode(token);
    } catch (BadJwtException bad) {
      throw refused(String.valueOf(bad.getMessage()));
    } catch (JwtException noKeys) {
      LOG.warn("Google's keys cannot be had: {}", noKeys.getMessage());
      throw GoogleHttp.unavailable();
    }
  }

  private static InvalidInput refused(String why) {
    LOG.warn("An ID token is refused: {}", why);
    return InvalidInput.of(
        GoogleErrorCode.PROVIDER_REFUSED,
        "What Google says does not belong to this attempt: start again.",
        "input",
        "code");
  }

  // Kept for minutes, and while Google's keys cannot be had for hours. Only what Google's token
  // endpoint gives is verified, so nobody can make us fetch them often.
  private static JWKSource<SecurityContext> keys(GoogleProperties google)
      throws MalformedURLException {
    var retriever =
        new DefaultResourceRetriever(
            Math.toIntExact(google.connectTimeout().toMillis()),
            Math.toIntExact(google.readTimeout().toMillis()),
            MAX_JWKS_BYTES);
    return JWKSourceBuilder.<SecurityContext>create(google.jwksUri().toURL(), retriever)
        .rateLimited(false)
        .retrying(true)
        .outageTolerant(Duration.ofHours(4).toMillis())
        .build();
  }

  private static OAuth2TokenValidator<Jwt> validator(GoogleProperties google, Clock clock) {
    var time = new JwtTimestampValidator(CLOCK_SKEW);
    time.setClock(clock);
    time.setAllowEmptyExpiryClaim(false);
    // Google writes its name in two ways.
    var issuers = List.of(google.issuer(), google.issuer().replaceFirst("^https://", ""));
    var audience = List.of(google.clientId());
    return new DelegatingOAuth2TokenValidator<>(
        time,
        new JwtClaimValidator<>(
            JwtClaimNames.ISS, issuer -> issuer != null && issuers.contains(issuer.toString())),
        new JwtClaimValidator<>(JwtClaimNames.AUD, audience::equals),
        new JwtClaimValidator<>(JwtClaimNames.SUB, IdTokens::present),
        new JwtClaimValidator<>("email", IdTokens::present));
  }

  private static boolean present(@Nullable Object claim) {
    return claim instanceof String text && !text.isBlank();
  }
}
