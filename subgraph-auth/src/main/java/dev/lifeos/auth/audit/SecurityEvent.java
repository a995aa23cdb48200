package dev.lifeos.auth.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to an account; the schema describes each part.
 *
 * @param seq its place in the log
 * @param accountId whose account
 */
record SecurityEvent(
    long seq,
    UUID id,
    UUID accountId,
    SecurityEventType type,
    Instant at,
    @Nullable EventContent content) {

  /** See the schema. */
  public @Nullable String device() {
    return content == null ? null : content.device();
  }

  /** See the schema. */
  public @Nullable String ipAddress() {
    return content == null ? null : content.ip();
  }

  /** See the schema. */
  public @Nullable String detail() {
    return content == null ? null : content.detail();
  }
}
