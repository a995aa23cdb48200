package dev.lifeos.auth.data;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A copy of a person's data; the schema describes each part. */
public record DataExport(
    UUID id,
    ExportStatus status,
    Instant requestedAt,
    @Nullable Instant readyAt,
    Instant expiresAt,
    @Nullable Integer size) {}
