package dev.lifeos.auth.key;

import java.time.Instant;

/** A signed access token. */
public record AccessToken(String value, Instant expiresAt) {}
