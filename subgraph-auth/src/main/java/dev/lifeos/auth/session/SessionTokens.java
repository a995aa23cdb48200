package dev.lifeos.auth.session;

import java.time.Instant;

/** The tokens of a session; the schema describes each part. */
public record SessionTokens(
    String accessToken,
    Instant accessTokenExpiresAt,
    String refreshToken,
    Instant refreshTokenExpiresAt) {}
