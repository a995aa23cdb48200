package dev.lifeos.notification.inbox;

/** How urgent a notification is; the schema describes each. */
public enum NotificationPriority {
  LOW,
  NORMAL,
  HIGH,
  URGENT
}
