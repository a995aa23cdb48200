package dev.lifeos.health.series;

import dev.lifeos.health.vital.Aggregation;
import dev.lifeos.health.vital.DataSource;
import dev.lifeos.starter.time.TimeSpan;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Draws readings together by buckets, for many people by one statement. */
@Repository
class SeriesReads {

  // The edges are a subquery, so that their texts are read once and not for every row.
  private static final String ALL =
      """
      SELECT v.user_id, width_bucket(v.recorded_at, (SELECT cast(:edges AS timestamptz[]))) AS place,
        count(*) AS count, sum(v.value) AS sum, min(v.value) AS min, max(v.value) AS max
      FROM unnest(cast(:owners AS uuid[])) AS o (id)
      JOIN vital v ON v.user_id = o.id AND v.type = :type
        AND v.recorded_at >= :start AND v.recorded_at < :end
      GROUP BY 1, 2
      """;

  // A reading stands for every hour it touches, and at least for the one it begins in. It counts if
  // no source of higher priority has a reading in any of them. Readings that stand for the same
  // hours are looked at as one. Readings are 48 hours long at most: so nothing further out matters,
  // and they touch 49 hours at most, which the planner cannot know.
  private static final String BY_PRIORITY =
      """
      WITH reading AS (
        SELECT v.user_id, v.source,
          date_bin('1 hour', v.recorded_at, 'epoch') AS first_hour,
          date_bin('1 hour', greatest(v.recorded_at, v.ended_at - interval '1 microsecond'),
              'epoch') AS last_hour,
          width_bucket(v.recorded_at, (SELECT cast(:edges AS timestamptz[]))) AS place,
          count(*) AS count, sum(v.value) AS sum, min(v.value) AS min, max(v.value) AS max
        FROM unnest(cast(:owners AS uuid[])) AS o (id)
        JOIN vital v ON v.user_id = o.id AND v.type = :type
          AND v.recorded_at >= cast(:start AS timestamptz) - interval '2 days'
          AND v.recorded_at < cast(:end AS timestamptz) + interval '2 days'
        GROUP BY 1, 2, 3, 4, 5),
      ranked AS (
        SELECT *, array_position(cast(:sources AS text[]), source::text) AS rank FROM reading),
      slot AS (
        SELECT r.*, rank > min(rank) OVER (PARTITION BY user_id, hour) AS is_covered
        FROM ranked r
        CROSS JOIN LATERAL (
          SELECT * FROM generate_series(first_hour, last_hour, interval '1 hour') AS hour
          LIMIT 49)),
      counted AS (
        SELECT user_id, place, count, sum, min, max FROM slot
        GROUP BY user_id, rank, first_hour, last_hour, place, count, sum, min, max
        HAVING NOT bool_or(is_covered))
      SELECT user_id, place, sum(count) AS count, sum(sum) AS sum, min(min) AS min, max(max) AS max
      FROM counted
      WHERE place BETWEEN 1 AND :buckets
      GROUP BY user_id, place
      """;

  private final JdbcClient jdbc;

  SeriesReads(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Bucket> read(Set<UUID> owners, SeriesQuery query) {
    var isSummed = query.type().aggregation() == Aggregation.SUM;
    return jdbc.sql(isSummed ? BY_PRIORITY : ALL)
        .param("owners", owners.stream().map(UUID::toString).toArray(String[]::new))
        .param("type", query.type().name())
        .param("sources", Arrays.stream(DataSource.values()).map(Enum::name).toArray(String[]::new))
        .param("start", query.start().atOffset(ZoneOffset.UTC))
        .param("end", query.end().atOffset(ZoneOffset.UTC))
        .param("edges", edges(query))
        .param("buckets", query.spans().size())
        .query(SeriesReads::bucket)
        .list();
  }

  // The buckets touch: where each begins, and where the last one ends.
  private static String[] edges(SeriesQuery query) {
    var starts = query.spans().stream().map(TimeSpan::start);
    return Stream.concat(starts, Stream.of(query.end()))
        .map(Instant::toString)
        .toArray(String[]::new);
  }

  private static Bucket bucket(ResultSet row, int number) throws SQLException {
    return new Bucket(
        row.getObject("user_id", UUID.class),
        row.getInt("place") - 1,
        row.getInt("count"),
        row.getBigDecimal("sum"),
        row.getBigDecimal("min"),
        row.getBigDecimal("max"));
  }
}
