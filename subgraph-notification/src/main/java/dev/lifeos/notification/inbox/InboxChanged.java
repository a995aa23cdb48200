package dev.lifeos.notification.inbox;

import java.util.UUID;

/** Published when something has happened in a person's inbox. */
public record InboxChanged(UUID userId) {}
