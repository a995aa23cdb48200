package dev.lifeos.auth.calendar;

import dev.lifeos.auth.key.Sealed;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a sync has to know of a connection.
 *
 * @param generation whose events readers see
 * @param syncToken where it goes on; null where all is to be read
 * @param wanted how often a sync was asked for when this one began
 * @param fullSyncedAt when all was last read
 * @param isOver whether the person has disconnected it, or is gone; what is left is to tell Google
 */
record SyncTarget(
    UUID id,
    @Nullable UUID accountId,
    Sealed refreshToken,
    CalendarStatus status,
    int generation,
    @Nullable String syncToken,
    long wanted,
    @Nullable Instant fullSyncedAt,
    boolean isOver) {

  /** What its refresh token is sealed in: its row. */
  static String context(String id) {
    return "calendar:" + id;
  }
}
