package dev.lifeos.notification.inbox;

/** What happened in an inbox; the schema describes each. */
public enum NotificationEventKind {
  CREATED,
  UPDATED,
  COUNTS,
  RESYNC
}
