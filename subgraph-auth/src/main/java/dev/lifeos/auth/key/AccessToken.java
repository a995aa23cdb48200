package dev.lifeos.auth.key;

import dev.lifeos.starter.access.Caller;
import java.time.Instant;

/**
 * A signed access token.
 *
 * @param bearer who sends it
 */
public record AccessToken(String value, Instant expiresAt, Caller bearer) {}
