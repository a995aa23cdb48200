package dev.lifeos.notification.inbox;

import dev.lifeos.starter.access.Owned;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A notification as the graph shows it; the schema describes each part.
 *
 * @param message null only where it was not asked for
 */
public record Notification(
    UUID id,
    UUID ownerId,
    NotificationTopic topic,
    String title,
    @Nullable String message,
    NotificationPriority priority,
    @Nullable NotificationSubject subject,
    Instant createdAt,
    @Nullable Instant seenAt,
    @Nullable Instant readAt,
    @Nullable Instant archivedAt)
    implements Owned {

  Notification seen(Instant now) {
    return seenAt != null ? this : with(now, readAt, archivedAt);
  }

  Notification read(Instant now) {
    return readAt != null ? this : with(seenAt == null ? now : seenAt, now, archivedAt);
  }

  Notification archived(Instant now) {
    return archivedAt != null ? this : with(seenAt, readAt, now);
  }

  Notification unarchived() {
    return archivedAt == null ? this : with(seenAt, readAt, null);
  }

  private Notification with(
      @Nullable Instant seen, @Nullable Instant read, @Nullable Instant archived) {
    return new Notification(
        id, ownerId, topic, title, message, priority, subject, createdAt, seen, read, archived);
  }
}
