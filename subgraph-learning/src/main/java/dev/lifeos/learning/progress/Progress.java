package dev.lifeos.learning.progress;

import dev.lifeos.learning.course.Course;
import dev.lifeos.learning.course.Lesson;
import dev.lifeos.starter.access.Owned;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How far a person is in a course; the schema describes each part. */
public record Progress(
    UUID id,
    UUID ownerId,
    Course course,
    int completedLessons,
    @Nullable Lesson nextLesson,
    int timeSpentSeconds,
    @Nullable Instant lastCompletedAt,
    Instant enrolledAt,
    Instant lastActivityAt)
    implements Owned {

  /** How many lessons the course has. */
  public int totalLessons() {
    return course.lessonCount();
  }

  /** Rounded down, so that 100 means all. */
  public BigDecimal percent() {
    var total = BigDecimal.valueOf(Math.max(1, totalLessons()));
    return BigDecimal.valueOf(100L * completedLessons).divide(total, 2, RoundingMode.DOWN);
  }

  /** Whether all lessons are completed. */
  public boolean completed() {
    return completedLessons >= totalLessons();
  }

  /** When the last lesson was completed, if all are. */
  public @Nullable Instant completedAt() {
    return completed() ? lastCompletedAt : null;
  }
}
