package dev.lifeos.auth.oversight;

import java.time.Instant;
import java.util.UUID;

/** Why somebody cannot log in for a time; the schema describes each part. */
public record AccountLock(
    UUID accountId, Instant until, String reason, UUID administratorId, Instant since) {}
