package dev.lifeos.auth.session;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A place where a person is logged in; the schema describes each part. */
public record Session(
    UUID id,
    UUID accountId,
    @Nullable String userAgent,
    @Nullable String ipAddress,
    LoginMethod method,
    Instant createdAt,
    Instant lastUsedAt,
    Instant expiresAt) {}
