package dev.lifeos.notification.inbox;

/** What a notification is about; the schema describes each. */
public enum NotificationTopic {
  HEALTH,
  FINANCE,
  LEARNING,
  SECURITY,
  SYSTEM
}
