package dev.lifeos.learning.streak;

import dev.lifeos.starter.time.Days;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the days on which a person learnt, and awards what they achieve. Takes part in the caller's
 * transaction.
 */
@Component
public class Activity {

  private static final String DAY =
      "INSERT INTO activity_day (user_id, day) VALUES (?, ?) ON CONFLICT DO NOTHING";

  private static final String EARNED =
      """
      WITH finished AS (
        SELECT count(*) AS courses FROM (
          SELECT lc.course_id FROM lesson_completion lc WHERE lc.user_id = :user
          GROUP BY lc.course_id
          HAVING count(*) = (SELECT count(*) FROM lesson l WHERE l.course_id = lc.course_id)) c),
      earned (kind, yes) AS (
        SELECT 'FIRST_LESSON', EXISTS (SELECT FROM lesson_completion WHERE user_id = :user)
        UNION ALL SELECT 'FIRST_COURSE', courses >= 1 FROM finished
        UNION ALL SELECT 'THREE_COURSES', courses >= 3 FROM finished
        UNION ALL SELECT 'STREAK_7', :longest >= 7
        UNION ALL SELECT 'STREAK_30', :longest >= 30
        UNION ALL SELECT 'STREAK_100', :longest >= 100
        UNION ALL SELECT 'TEN_HOURS', coalesce(sum(duration_seconds), 0) >= 36000
          FROM learning_session WHERE user_id = :user)
      INSERT INTO achievement (user_id, kind, earned_at)
      SELECT :user, kind, :now FROM earned WHERE yes
      ON CONFLICT DO NOTHING
      RETURNING kind, earned_at
      """;

  private final JdbcClient jdbc;
  private final ActivityReads reads;

  Activity(JdbcClient jdbc, ActivityReads reads) {
    this.jdbc = jdbc;
    this.reads = reads;
  }

  /**
   * Counts the day of an activity.
   *
   * @return what was achieved by it
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public List<Achievement> happened(UUID person, Instant at, ZoneId zone, Instant now) {
    jdbc.sql(DAY).params(person, Days.of(at, zone)).update();
    var longest = reads.runs(Set.of(person)).getOrDefault(person, Runs.NONE).longest();
    return jdbc.sql(EARNED)
        .param("user", person)
        .param("longest", longest)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query(Activity::achievement)
        .list();
  }

  private static Achievement achievement(ResultSet row, int number) throws SQLException {
    return new Achievement(
        AchievementKind.valueOf(row.getString("kind")),
        row.getObject("earned_at", OffsetDateTime.class).toInstant());
  }
}
