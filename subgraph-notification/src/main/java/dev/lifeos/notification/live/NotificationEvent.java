package dev.lifeos.notification.live;

import dev.lifeos.notification.inbox.Notification;
import dev.lifeos.notification.inbox.NotificationCounts;
import dev.lifeos.notification.inbox.NotificationEventKind;
import dev.lifeos.starter.paging.Cursor;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that happened in an inbox, as the graph shows it; the schema describes each part. */
public record NotificationEvent(
    UUID ownerId,
    long sequence,
    NotificationEventKind kind,
    @Nullable Notification notification,
    NotificationCounts counts,
    Instant occurredAt) {

  /** Its place among this person's events. */
  public String cursor() {
    return Cursor.of(ownerId, sequence).encode();
  }
}
