package dev.lifeos.learning.progress;

import dev.lifeos.starter.error.InvalidInput;
import dev.lifeos.starter.error.UserErrorCode;
import dev.lifeos.starter.ids.Ids;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes completions and sessions. */
@Repository
class LearningWrites {

  private static final String COURSE_OF = "SELECT course_id FROM lesson WHERE id = ?";
  private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtextextended(?, 0))";
  private static final String COMPLETE =
      """
      INSERT INTO lesson_completion (user_id, lesson_id, course_id, completed_at) VALUES (?, ?, ?, ?)
      ON CONFLICT DO NOTHING
      """;
  private static final String SAME_KEY =
      """
      SELECT course_id = :course AND started_at = :start AND duration_seconds = :seconds
      FROM learning_session WHERE user_id = :user AND idempotency_key = :key
      """;
  private static final String OVERLAPS =
      """
      SELECT EXISTS (SELECT FROM learning_session
        WHERE user_id = ? AND started_at < ? AND started_at > ? AND ended_at > ?)
      """;
  private static final String RECORD =
      """
      INSERT INTO learning_session
        (id, user_id, course_id, started_at, ended_at, duration_seconds, idempotency_key)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """;

  private final JdbcClient jdbc;

  LearningWrites(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<UUID> courseOf(UUID lesson) {
    return jdbc.sql(COURSE_OF).param(lesson).query(UUID.class).optional();
  }

  /**
   * Sessions of one person are recorded one after the other, whatever the course: they must not
   * overlap.
   */
  void lock(UUID person) {
    jdbc.sql(LOCK).param("sessions:" + person).query(row -> {});
  }

  /** Whether it was not completed before. */
  boolean complete(UUID person, UUID lesson, UUID course, Instant at) {
    return jdbc.sql(COMPLETE).params(person, lesson, course, utc(at)).update() == 1;
  }

  boolean isRepeated(UUID person, RecordLearningSessionInput input) {
    if (input.idempotencyKey() == null) {
      return false;
    }
    var same =
        jdbc.sql(SAME_KEY)
            .param("user", person)
            .param("key", input.idempotencyKey())
            .param("course", input.courseId())
            .param("start", utc(input.startedAt()))
            .param("seconds", input.durationSeconds())
            .query(Boolean.class)
            .optional();
    if (same.isPresent() && !same.get()) {
      throw InvalidInput.of(
          UserErrorCode.CONFLICT,
          "The key was used for another request.",
          "input",
          "idempotencyKey");
    }
    return same.isPresent();
  }

  void record(UUID person, RecordLearningSessionInput input) {
    var start = utc(input.startedAt());
    var end = utc(input.endedAt());
    // No session is longer than four hours, so none that began before can reach in.
    var earliest = start.minusHours(4);
    if (jdbc.sql(OVERLAPS).params(person, end, earliest, start).query(Boolean.class).single()) {
      throw InvalidInput.of(
          UserErrorCode.CONFLICT,
          "Another session is recorded for this time.",
          "input",
          "startedAt");
    }
    jdbc.sql(RECORD)
        .param(Ids.next())
        .param(person)
        .param(input.courseId())
        .param(start)
        .param(end)
        .param(input.durationSeconds())
        .param(input.idempotencyKey())
        .update();
  }

  // The database keeps microseconds: what is compared with it must too.
  private static OffsetDateTime utc(Instant at) {
    return at.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
  }
}
