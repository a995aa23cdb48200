package dev.lifeos.edge.token;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;

/**
 * Verifies access tokens as RFC 9068 asks for: ES256 only, {@code typ} at+jwt, issuer, audience,
 * expiry. The subgraphs verify once more: the edge is a door, not the lock.
 */
@Configuration(proxyBeanMethods = false)
class TokenConfiguration {

  private static final JOSEObjectType ACCESS_TOKEN = new JOSEObjectType("at+jwt");

  @Bean
  ReactiveJwtDecoder jwtDecoder(SigningKeys keys, TokenProperties tokens, EndedSessions ended) {
    var time = new JwtTimestampValidator(tokens.clockSkew());
    var decoder =
        NimbusReactiveJwtDecoder.withJwkSource(keys::of)
            .jwsAlgorithm(SignatureAlgorithm.ES256)
            .jwtProcessorCustomizer(processor ->
                processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(ACCESS_TOKEN)))
            .build();
    decoder.setJwtValidator(
        new DelegatingOAuth2TokenValidator<Jwt>(
            time,
            new JwtIssuerValidator(tokens.issuer()),
            new JwtClaimValidator<List<String>>(
                JwtClaimNames.AUD,
                audience -> audience != null && audience.contains(tokens.audience())),
            new JwtClaimValidator<>(JwtClaimNames.SUB, subject -> subject != null),
            new JwtClaimValidator<>(JwtClaimNames.EXP, expiry -> expiry != null)));
    return new TokensOfLivingSessions(new RememberedTokens(decoder, time), ended);
  }
}
