package dev.lifeos.notification.inbox;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which notifications are wanted; what is null does not limit them. */
record NotificationFilter(
    @Nullable List<NotificationTopic> topics,
    @Nullable List<NotificationPriority> priorities,
    boolean unreadOnly,
    boolean archived) {

  static final NotificationFilter NONE = new NotificationFilter(null, null, false, false);
}
