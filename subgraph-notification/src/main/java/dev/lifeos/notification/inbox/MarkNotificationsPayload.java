package dev.lifeos.notification.inbox;

import dev.lifeos.starter.error.UserError;
import java.util.List;

/** What marking has done; the schema describes each part. */
public record MarkNotificationsPayload(
    List<Notification> notifications, NotificationCounts counts, List<UserError> errors) {}
