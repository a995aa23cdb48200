package dev.lifeos.notification.inbox;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code markAllRead} takes; the schema describes each part. */
record MarkAllReadInput(@Nullable List<NotificationTopic> topics, @Nullable Instant before) {}
