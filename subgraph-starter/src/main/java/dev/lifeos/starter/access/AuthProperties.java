package dev.lifeos.starter.access;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How access tokens are verified.
 *
 * @param jwksUri where the public keys are (RFC 7517); auth itself does not use it
 * @param issuer the only accepted {@code iss}
 * @param audience must be in {@code aud}
 * @param clockSkew how far the clocks of two machines may differ
 */
@ConfigurationProperties("lifeos.auth")
public record AuthProperties(
    @DefaultValue("http://127.0.0.1:3001/.well-known/jwks.json") URI jwksUri,
    @DefaultValue("http://localhost:3000") String issuer,
    @DefaultValue("lifeos") String audience,
    @DefaultValue("30s") Duration clockSkew) {}
