package dev.lifeos.notification.inbox;

import dev.lifeos.starter.error.InvalidInput;
import dev.lifeos.starter.error.UserErrorCode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts notifications into inboxes. */
@Service
class Sender {

  private final InboxWrites inboxes;
  private final NotificationWrites notifications;

  Sender(InboxWrites inboxes, NotificationWrites notifications) {
    this.inboxes = inboxes;
    this.notifications = notifications;
  }

  @Transactional
  Notification send(SendNotificationInput input) {
    var inbox = inboxes.lock(input.userId());
    var notification = input.toNotification(inbox.now());
    if (!notifications.insert(notification, input.idempotencyKey())) {
      return again(input);
    }
    inbox.created(notification);
    inboxes.save(inbox);
    return notification;
  }

  private Notification again(SendNotificationInput input) {
    return notifications
        .byKey(input.userId(), input.idempotencyKey())
        .filter(input::says)
        .orElseThrow(() ->
            InvalidInput.of(
                UserErrorCode.CONFLICT,
                "The key has been used for another notification.",
                "input",
                "idempotencyKey"));
  }
}
