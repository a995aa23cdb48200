package dev.lifeos.auth.google;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An account elsewhere by which a person logs in here; the schema describes each part. */
public record ExternalIdentity(
    UUID id,
    UUID accountId,
    OAuthProvider provider,
    String email,
    Instant linkedAt,
    @Nullable Instant lastUsedAt) {}
