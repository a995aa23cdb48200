package dev.lifeos.notification.inbox;

/** How many notifications a person has; the schema describes each part. */
public record NotificationCounts(int total, int unseen, int unread, int archived) {

  /** Those of an empty inbox. */
  public static final NotificationCounts NONE = new NotificationCounts(0, 0, 0, 0);

  NotificationCounts with(Notification notification) {
    return plus(notification, 1);
  }

  NotificationCounts without(Notification notification) {
    return plus(notification, -1);
  }

  NotificationCounts afterReading(int wereUnread, int wereUnseen) {
    return new NotificationCounts(total, unseen - wereUnseen, unread - wereUnread, archived);
  }

  private NotificationCounts plus(Notification notification, int one) {
    if (notification.archivedAt() != null) {
      return new NotificationCounts(total, unseen, unread, archived + one);
    }
    return new NotificationCounts(
        total + one,
        notification.seenAt() == null ? unseen + one : unseen,
        notification.readAt() == null ? unread + one : unread,
        archived);
  }
}
