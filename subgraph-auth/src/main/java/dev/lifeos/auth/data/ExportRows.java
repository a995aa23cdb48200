package dev.lifeos.auth.data;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The copies that people have asked for, without what is in them. */
@Repository
class ExportRows {

  private static final String COLUMNS =
      "id, account_id, requested_at, ready_at, failed_at, expires_at, size";
  private static final String INSERT =
      """
      INSERT INTO data_export (id, account_id, requested_at, expires_at) VALUES (?, ?, ?, ?)
      ON CONFLICT (account_id) WHERE ready_at IS NULL AND failed_at IS NULL DO NOTHING
      """;
  private static final String OF_PEOPLE =
      """
      SELECT e.* FROM unnest(cast(:ids AS uuid[])) AS o (id)
      CROSS JOIN LATERAL (
        SELECT %s FROM data_export
        WHERE account_id = o.id AND expires_at > :now ORDER BY requested_at DESC LIMIT 25) e
      ORDER BY e.requested_at DESC
      """
          .formatted(COLUMNS);
  private static final String ONE =
      "SELECT %s FROM data_export WHERE id = ? AND account_id = ? AND expires_at > ?"
          .formatted(COLUMNS);
  private static final String PENDING =
      "SELECT account_id FROM data_export WHERE id = ? AND ready_at IS NULL AND failed_at IS NULL";
  private static final String FAIL =
      "UPDATE data_export SET failed_at = ? WHERE id = ? AND ready_at IS NULL";
  private static final String DELETE_EXPIRED = "DELETE FROM data_export WHERE expires_at <= ?";

  private final JdbcClient jdbc;

  ExportRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** False where one of the person's is being made. */
  boolean insert(UUID id, UUID account, Instant now, Instant expiry) {
    return jdbc.sql(INSERT).params(id, account, utc(now), utc(expiry)).update() == 1;
  }

  Map<UUID, List<DataExport>> of(Set<UUID> people, Instant now) {
    var found = new HashMap<UUID, List<DataExport>>();
    people.forEach(person -> found.put(person, new ArrayList<>()));
    jdbc.sql(OF_PEOPLE)
        .param("ids", people.toArray(UUID[]::new))
        .param("now", utc(now))
        .query(row -> {
          found
              .computeIfAbsent(row.getObject("account_id", UUID.class), other -> new ArrayList<>())
              .add(export(row, 0));
        });
    return found;
  }

  Optional<DataExport> find(UUID id, UUID account, Instant now) {
    return jdbc.sql(ONE).params(id, account, utc(now)).query(ExportRows::export).optional();
  }

  /** Whose copy is still to be made. */
  Optional<UUID> pending(UUID id) {
    return jdbc.sql(PENDING).param(id).query(UUID.class).optional();
  }

  void fail(UUID id, Instant now) {
    jdbc.sql(FAIL).params(utc(now), id).update();
  }

  void deleteExpired(Instant now) {
    jdbc.sql(DELETE_EXPIRED).param(utc(now)).update();
  }

  private static DataExport export(ResultSet row, int number) throws SQLException {
    var ready = instant(row, "ready_at");
    var status = instant(row, "failed_at") == null ? ExportStatus.PENDING : ExportStatus.FAILED;
    return new DataExport(
        row.getObject("id", UUID.class),
        ready == null ? status : ExportStatus.READY,
        row.getObject("requested_at", OffsetDateTime.class).toInstant(),
        ready,
        row.getObject("expires_at", OffsetDateTime.class).toInstant(),
        row.getObject("size", Integer.class));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
