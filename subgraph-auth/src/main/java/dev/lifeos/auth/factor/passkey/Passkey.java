package dev.lifeos.auth.factor.passkey;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A passkey; the schema describes each part.
 *
 * @param accountId whose it is
 */
record Passkey(
    UUID id,
    UUID accountId,
    String label,
    boolean synced,
    Instant createdAt,
    @Nullable Instant lastUsedAt) {}
