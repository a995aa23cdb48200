package dev.lifeos.notification.inbox;

import dev.lifeos.starter.error.UserError;
import java.util.List;

/** What {@code sendNotification} has done; the schema describes each part. */
public record SendNotificationPayload(Notification notification, List<UserError> errors) {}
