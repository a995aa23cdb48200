package dev.lifeos.notification.inbox;

import dev.lifeos.starter.error.UserError;
import java.util.List;

/** What {@code markAllRead} has done; the schema describes each part. */
public record MarkAllReadPayload(int marked, NotificationCounts counts, List<UserError> errors) {}
