package dev.lifeos.learning.progress;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person in a course. */
@Entity
@Table(name = "enrolment")
class EnrolmentEntity {

  @Id private UUID id;

  @Column(name = "user_id")
  private UUID userId;

  @Column(name = "course_id")
  private UUID courseId;

  @Column(name = "enrolled_at")
  private Instant enrolledAt;

  @Column(name = "last_activity_at")
  private Instant lastActivityAt;

  @Column(name = "left_at")
  private @Nullable Instant leftAt;

  @SuppressWarnings("NullAway.Init") // For JPA.
  protected EnrolmentEntity() {}

  boolean isActive() {
    return leftAt == null;
  }

  void leave(Instant now) {
    leftAt = now;
  }

  /** What was done offline may be told late: activity never goes back. */
  void active(Instant at) {
    if (at.isAfter(lastActivityAt)) {
      lastActivityAt = at;
    }
  }
}
