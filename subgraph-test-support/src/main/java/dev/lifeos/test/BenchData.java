package dev.lifeos.test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The generator by which the bench writes a subgraph's tables, past the subgraph: so a migration
 * can break it, and nobody would know until they measure.
 */
final class BenchData {

  private static final Path FOLDER = Path.of("bench", "data");

  // In the form of bench/src/data/plan.js, of each domain one.
  private static final String STREAMS =
      """
      [{"domain": "vital", "name": "HEART_RATE", "salt": 10, "first": 1, "last": 6, "count": 60,
        "begins": "2026-01-01T00:00:00Z", "slot_seconds": 86400,
        "details": {"low": 52, "spread": 98, "scale": 1, "seconds": null, "sources": ["WEARABLE"]}},
       {"domain": "transaction", "name": "transaction", "salt": 500, "first": 1, "last": 6, "count": 60,
        "begins": "2026-01-01T00:00:00Z", "slot_seconds": 86400, "details": {}},
       {"domain": "notification", "name": "notification", "salt": 510, "first": 1, "last": 6, "count": 60,
        "begins": "2026-01-01T00:00:00Z", "slot_seconds": 86400,
        "details": {"courses": ["018cc252-de60-72d8-8b5a-ef052d270d35"]}},
       {"domain": "learning", "name": "session", "salt": 520, "first": 1, "last": 6, "count": 60,
        "begins": "2026-01-01T00:00:00Z", "slot_seconds": 86400, "details": {}}]
      """;
  private static final String UNTIL = "timestamptz '2026-03-02T00:00:00Z'";

  private static final Map<String, String> TABLES =
      Map.of(
          "auth", "session",
          "health", "vital",
          "finance", "transaction",
          "learning", "lesson_completion",
          "notification", "notification");

  private final String script;
  private final String table;

  private BenchData(String script, String table) {
    this.script = script;
    this.table = table;
  }

  /** Of a subgraph of the platform; a sample has none. */
  static Optional<BenchData> of(String subgraph) throws IOException {
    var table = TABLES.get(subgraph);
    return table == null
        ? Optional.empty()
        : Optional.of(new BenchData(text("common") + text(subgraph), table));
  }

  /**
   * Fills the tables with the data of six people as the bench does, and takes all back.
   *
   * @return how many rows the table had that is read most
   */
  long tryOn(DataSource database) throws SQLException {
    try (var connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        return fill(new JdbcTemplate(new SingleConnectionDataSource(connection, true)));
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    }
  }

  private long fill(JdbcTemplate jdbc) {
    jdbc.execute("SET LOCAL lock_timeout = '5s'");
    jdbc.execute(script);
    jdbc.execute("CALL bench.fill_people(1, 5, true)");
    jdbc.update("CALL bench.fill_streams(cast(? AS jsonb))", STREAMS);
    jdbc.execute("CALL bench.clear()");
    jdbc.execute("CALL bench.drop_secondary()");
    jdbc.execute("CALL bench.prepare(1)");
    if (knows(jdbc, "fill_slice")) {
      jdbc.execute("CALL bench.fill_slice(1, timestamptz '2026-01-01T00:00:00Z', " + UNTIL + ")");
    }
    jdbc.execute("CALL bench.finish(1, " + UNTIL + ")");
    if (knows(jdbc, "fill_sessions")) {
      jdbc.execute("CALL bench.fill_sessions(1)");
    }
    jdbc.queryForList("SELECT definition FROM taken_away ORDER BY place", String.class)
        .forEach(jdbc::execute);
    return Objects.requireNonNull(jdbc.queryForObject("SELECT count(*) FROM " + table, Long.class));
  }

  private static boolean knows(JdbcTemplate jdbc, String procedure) {
    return Boolean.TRUE.equals(
        jdbc.queryForObject(
            """
            SELECT EXISTS (SELECT FROM pg_proc
              WHERE proname = ? AND pronamespace = 'bench'::regnamespace)
            """,
            Boolean.class,
            procedure));
  }

  private static String text(String name) throws IOException {
    return Files.readString(ComposedSchema.root().resolve(FOLDER).resolve(name + ".sql"));
  }
}
