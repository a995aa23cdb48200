package dev.lifeos.auth.session;

import dev.lifeos.starter.access.Caller;
import java.time.Instant;

/**
 * The tokens of a session; the schema describes each part.
 *
 * @param bearer who sends the access token; not in the schema
 */
public record SessionTokens(
    String accessToken,
    Instant accessTokenExpiresAt,
    String refreshToken,
    Instant refreshTokenExpiresAt,
    Caller bearer) {}
