package dev.lifeos.learning.streak;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads days of activity and achievements of many people at once, each by one statement. */
@Repository
class ActivityReads {

  // Days in a row keep their distance to their row number: that is what makes them one run.
  private static final String RUNS =
      """
      WITH numbered AS (
        SELECT user_id, day,
          day - cast(row_number() OVER (PARTITION BY user_id ORDER BY day) AS int) AS run
        FROM activity_day WHERE user_id = ANY (cast(:owners AS uuid[]))),
      runs AS (
        SELECT user_id, max(day) AS last_day, cast(count(*) AS int) AS length
        FROM numbered GROUP BY user_id, run)
      SELECT user_id, max(length) AS longest, max(last_day) AS last_day,
        (array_agg(length ORDER BY last_day DESC))[1] AS last_run
      FROM runs GROUP BY user_id
      """;

  private static final String ACHIEVEMENTS =
      """
      SELECT user_id, kind, earned_at FROM achievement
      WHERE user_id = ANY (cast(:owners AS uuid[]))
      ORDER BY earned_at DESC, kind
      """;

  private final JdbcClient jdbc;

  ActivityReads(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Map<UUID, Runs> runs(Set<UUID> owners) {
    var runs = new HashMap<UUID, Runs>();
    jdbc.sql(RUNS)
        .param("owners", owners.toArray(UUID[]::new))
        .query(row -> {
          runs.put(row.getObject("user_id", UUID.class), runs(row));
        });
    return runs;
  }

  Map<UUID, List<Achievement>> achievements(Set<UUID> owners) {
    return jdbc
        .sql(ACHIEVEMENTS)
        .param("owners", owners.toArray(UUID[]::new))
        .query(ActivityReads::owned)
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                Owned::owner, Collectors.mapping(Owned::achievement, Collectors.toList())));
  }

  private static Runs runs(ResultSet row) throws SQLException {
    return new Runs(
        row.getInt("longest"), row.getInt("last_run"), row.getObject("last_day", LocalDate.class));
  }

  private static Owned owned(ResultSet row, int number) throws SQLException {
    var achievement =
        new Achievement(
            AchievementKind.valueOf(row.getString("kind")),
            row.getObject("earned_at", OffsetDateTime.class).toInstant());
    return new Owned(row.getObject("user_id", UUID.class), achievement);
  }

  private record Owned(UUID owner, Achievement achievement) {}
}
