package dev.lifeos.starter.access;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.OutageTolerantJWKSetSource;
import com.nimbusds.jose.jwk.source.RetryingJWKSetSource;
import com.nimbusds.jose.jwk.source.URLBasedJWKSetSource;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.lifeos.starter.session.EndedSessions;
import java.net.MalformedURLException;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * Verifies access tokens as RFC 9068 asks for: ES256 only, {@code typ} at+jwt, issuer, audience,
 * expiry.
 */
@Configuration(proxyBeanMethods = false)
class TokenConfiguration {

  private static final int TIMEOUT_MILLIS = 1_000;
  private static final int MAX_JWKS_BYTES = 100_000;

  /** Auth, which has the keys itself, defines its own. */
  @Bean
  @ConditionalOnMissingBean
  JWKSource<SecurityContext> jwkSource(AuthProperties auth) throws MalformedURLException {
    var retriever = new DefaultResourceRetriever(TIMEOUT_MILLIS, TIMEOUT_MILLIS, MAX_JWKS_BYTES);
    var published = new URLBasedJWKSetSource<SecurityContext>(auth.jwksUri().toURL(), retriever);
    var retrying = new RetryingJWKSetSource<>(published, null);
    // While auth is down, tokens it has issued stay good until they expire.
    var tolerant =
        new OutageTolerantJWKSetSource<>(retrying, Duration.ofHours(12).toMillis(), null);
    return JWKSourceBuilder.create(new SparingKeySource(tolerant)).rateLimited(false).build();
  }

  @Bean
  JwtDecoder jwtDecoder(JWKSource<SecurityContext> keys, AuthProperties auth, EndedSessions ended) {
    var processor = new DefaultJWTProcessor<SecurityContext>();
    processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(SignedToken.TYPE));
    processor.setJWSKeySelector(new JWSVerificationKeySelector<>(SignedToken.ALGORITHM, keys));
    // The claims are checked below, with Spring's validators.
    processor.setJWTClaimsSetVerifier((claims, context) -> {});
    var decoder = new NimbusJwtDecoder(processor);
    var time = new JwtTimestampValidator(auth.clockSkew());
    decoder.setJwtValidator(validator(auth, time));
    return new TokensOfLivingSessions(new RememberedTokens(decoder, time), ended);
  }

  private static OAuth2TokenValidator<Jwt> validator(
      AuthProperties auth, JwtTimestampValidator time) {
    return new DelegatingOAuth2TokenValidator<>(
        time,
        new JwtIssuerValidator(auth.issuer()),
        new JwtClaimValidator<List<String>>(
            JwtClaimNames.AUD, audience -> audience != null && audience.contains(auth.audience())),
        new JwtClaimValidator<>(JwtClaimNames.SUB, subject -> subject != null),
        new JwtClaimValidator<>(JwtClaimNames.EXP, expiry -> expiry != null));
  }
}
