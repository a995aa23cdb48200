package dev.lifeos.notification.inbox;

import java.util.UUID;

/** What a notification points to, as it is sent. */
record NotificationSubjectInput(NotificationSubjectType type, UUID id) {}
