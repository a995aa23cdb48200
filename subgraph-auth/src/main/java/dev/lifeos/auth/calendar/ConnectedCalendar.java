package dev.lifeos.auth.calendar;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person's calendar; the schema describes each part.
 *
 * @param accountId whose; not in the schema
 */
record ConnectedCalendar(
    UUID id,
    UUID accountId,
    CalendarStatus status,
    String email,
    Instant connectedAt,
    @Nullable Instant lastSyncedAt,
    @Nullable Instant failingSince,
    boolean live) {}
