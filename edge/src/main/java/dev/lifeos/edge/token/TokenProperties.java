package dev.lifeos.edge.token;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How access tokens are verified; the same as in each subgraph.
 *
 * @param jwksUri where the public keys are (RFC 7517)
 * @param issuer the only accepted {@code iss}
 * @param audience must be in {@code aud}
 * @param clockSkew how far the clocks of two machines may differ
 * @param keysKeptFor how long keys are used before they are fetched anew
 * @param unknownKeyPause at most one fetch in so long for tokens that name a key we do not know
 */
@ConfigurationProperties("lifeos.auth")
record TokenProperties(
    URI jwksUri,
    String issuer,
    String audience,
    @DefaultValue("30s") Duration clockSkew,
    @DefaultValue("1m") Duration keysKeptFor,
    @DefaultValue("5s") Duration unknownKeyPause) {}
