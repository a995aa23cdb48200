package dev.lifeos.learning.progress;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads progress of many people at once, by one statement, courses and next lessons included. */
@Repository
class ProgressReads {

  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");
  private static final UUID ANY = new UUID(-1, -1);

  private static final String PROGRESS =
      """
      SELECT e.id, e.user_id, e.course_id, e.enrolled_at, e.last_activity_at,
        c.slug, c.title, c.description, c.category, c.difficulty,
        c.lesson_count, c.estimated_minutes, d.done, d.last_done, s.seconds,
        n.id AS next_id, n.title AS next_title, n.summary AS next_summary,
        n.estimated_minutes AS next_minutes
      FROM (%s) e
      JOIN course c ON c.id = e.course_id
      CROSS JOIN LATERAL (
        SELECT count(*) AS done, max(lc.completed_at) AS last_done FROM lesson_completion lc
        WHERE lc.user_id = e.user_id AND lc.course_id = e.course_id) d
      CROSS JOIN LATERAL (
        SELECT coalesce(sum(ls.duration_seconds), 0) AS seconds FROM learning_session ls
        WHERE :withTimeSpent AND ls.user_id = e.user_id AND ls.course_id = e.course_id) s
      LEFT JOIN LATERAL (
        SELECT l.* FROM lesson l
        WHERE :withNextLesson AND l.course_id = e.course_id AND NOT EXISTS (
          SELECT FROM lesson_completion lc WHERE lc.user_id = e.user_id AND lc.lesson_id = l.id)
        ORDER BY l.position LIMIT 1) n ON true
      ORDER BY e.user_id, e.last_activity_at DESC, e.id DESC
      """;

  private static final String PAGE =
      PROGRESS.formatted(
          """
          SELECT x.* FROM unnest(cast(:owners AS uuid[])) AS o (id)
          CROSS JOIN LATERAL (
            SELECT e.id, e.user_id, e.course_id, e.enrolled_at, e.last_activity_at FROM enrolment e
            WHERE e.user_id = o.id AND e.left_at IS NULL
              AND (e.last_activity_at, e.id) < (:time, :id)
              AND (cast(:completed AS boolean) IS NULL OR :completed = NOT EXISTS (
                SELECT FROM lesson l WHERE l.course_id = e.course_id AND NOT EXISTS (
                  SELECT FROM lesson_completion lc
                  WHERE lc.user_id = e.user_id AND lc.lesson_id = l.id)))
            ORDER BY e.last_activity_at DESC, e.id DESC LIMIT :limit) x\
          """);

  private static final String BY_ID =
      PROGRESS.formatted(
          "SELECT * FROM enrolment WHERE id = ANY (cast(:ids AS uuid[])) AND left_at IS NULL");

  private static final String IN_COURSE =
      PROGRESS.formatted(
          """
          SELECT * FROM enrolment
          WHERE user_id = ANY (cast(:owners AS uuid[])) AND course_id = :course AND left_at IS NULL\
          """);

  private final JdbcClient jdbc;

  ProgressReads(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Progress> page(Set<UUID> owners, ProgressQuery query) {
    var after = query.page().after();
    var time = after == null ? LAST : after.instant(0);
    return jdbc.sql(PAGE)
        .param("owners", owners.toArray(UUID[]::new))
        .param("time", time.atOffset(ZoneOffset.UTC))
        .param("id", after == null ? ANY : after.uuid(1))
        .param("completed", query.completed())
        .param("withNextLesson", query.withNextLesson())
        .param("withTimeSpent", query.withTimeSpent())
        .param("limit", query.page().limit())
        .query(ProgressRow::of)
        .list();
  }

  List<Progress> byId(Set<UUID> ids) {
    return whole(BY_ID).param("ids", ids.toArray(UUID[]::new)).query(ProgressRow::of).list();
  }

  List<Progress> inCourse(Set<UUID> owners, UUID course) {
    return whole(IN_COURSE)
        .param("owners", owners.toArray(UUID[]::new))
        .param("course", course)
        .query(ProgressRow::of)
        .list();
  }

  Optional<Progress> inCourse(UUID owner, UUID course) {
    return inCourse(Set.of(owner), course).stream().findFirst();
  }

  private JdbcClient.StatementSpec whole(String sql) {
    return jdbc.sql(sql).param("withNextLesson", true).param("withTimeSpent", true);
  }
}
