package dev.lifeos.notification.inbox;

import dev.lifeos.starter.ids.Ids;
import dev.lifeos.starter.input.IdempotencyKey;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What {@code sendNotification} takes; the schema describes each part. */
record SendNotificationInput(
    UUID userId,
    NotificationTopic topic,
    @NotBlank(message = "A title is missing")
        @Size(max = 140, message = "A title has at most 140 characters")
        String title,
    @NotBlank(message = "A message is missing")
        @Size(max = 2_000, message = "A message has at most 2000 characters")
        String message,
    NotificationPriority priority,
    @Nullable NotificationSubjectInput subject,
    @IdempotencyKey @Nullable String idempotencyKey) {

  Notification toNotification(Instant now) {
    return new Notification(
        Ids.next(), userId, topic, title, message, priority, target(), now, null, null, null);
  }

  boolean says(Notification sent) {
    return sent.topic() == topic
        && sent.priority() == priority
        && sent.title().equals(title)
        && message.equals(sent.message())
        && Objects.equals(sent.subject(), target());
  }

  private @Nullable NotificationSubject target() {
    return subject == null ? null : subject.type().with(subject.id());
  }
}
