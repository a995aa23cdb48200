package dev.lifeos.auth.admin;

import dev.lifeos.auth.oversight.AdminAction;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that an administrator did; the schema describes each part. */
record AdminEvent(
    UUID id,
    AdminAction action,
    UUID administratorId,
    @Nullable UUID userId,
    @Nullable String detail,
    @Nullable String ipAddress,
    Instant at) {}
