package dev.lifeos.notification.inbox;

import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/** Which notifications to mark; the schema describes each part. */
record MarkNotificationsInput(
    @Size(min = 1, max = 500, message = "Send 1 to 500 ids") List<UUID> ids) {}
