package dev.lifeos.notification.inbox;

import dev.lifeos.starter.ids.Ids;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
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
        @Pattern(regexp = NO_NUL, message = "A title cannot contain NUL")
        String title,
    @NotBlank(message = "A message is missing")
        @Size(max = 2_000, message = "A message has at most 2000 characters")
        @Pattern(regexp = NO_NUL, message = "A message cannot contain NUL")
        String message,
    NotificationPriority priority,
    @Nullable NotificationSubjectInput subject,
    @Pattern(
            regexp = "[!-~]{1,100}",
            message = "The key must be 1 to 100 printable characters, without spaces")
        @Nullable String idempotencyKey) {

  // PostgreSQL cannot store it.
  private static final String NO_NUL = "[^\\x00]*";

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
