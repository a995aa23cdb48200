package dev.lifeos.auth.calendar;

import dev.lifeos.auth.key.Sealed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads connections: for people, many by one statement, and for a sync. */
@Repository
class ConnectionReads {

  private static final String OF_OWNERS =
      """
      SELECT id, account_id, status, email, connected_at, last_synced_at, failing_since,
        EXISTS (SELECT FROM calendar_channel ch
          WHERE ch.connection_id = c.id AND ch.resource_id IS NOT NULL AND ch.expires_at > :now) AS live
      FROM calendar_connection c
      WHERE account_id = ANY (cast(:owners AS uuid[])) AND ended_at IS NULL
      """;
  private static final String TARGET =
      """
      SELECT id, account_id, key_id, refresh_token, status, generation, sync_token, wanted,
        full_synced_at, ended_at IS NOT NULL OR account_id IS NULL AS is_over
      FROM calendar_connection WHERE id = ?
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  ConnectionReads(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  List<ConnectedCalendar> of(Set<UUID> owners) {
    return jdbc.sql(OF_OWNERS)
        .param("owners", owners.toArray(UUID[]::new))
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .query(ConnectionReads::connection)
        .list();
  }

  /** The account's connection, where it is the one with that id. */
  Optional<ConnectedCalendar> find(UUID id, UUID account) {
    return of(Set.of(account)).stream().filter(found -> found.id().equals(id)).findFirst();
  }

  Optional<SyncTarget> target(UUID id) {
    return jdbc.sql(TARGET).param(id).query(ConnectionReads::target).optional();
  }

  private static ConnectedCalendar connection(ResultSet row, int number) throws SQLException {
    return new ConnectedCalendar(
        row.getObject("id", UUID.class),
        row.getObject("account_id", UUID.class),
        CalendarStatus.valueOf(row.getString("status")),
        row.getString("email"),
        row.getObject("connected_at", OffsetDateTime.class).toInstant(),
        instant(row, "last_synced_at"),
        instant(row, "failing_since"),
        row.getBoolean("live"));
  }

  private static SyncTarget target(ResultSet row, int number) throws SQLException {
    return new SyncTarget(
        row.getObject("id", UUID.class),
        row.getObject("account_id", UUID.class),
        new Sealed(row.getString("key_id"), row.getBytes("refresh_token")),
        CalendarStatus.valueOf(row.getString("status")),
        row.getInt("generation"),
        row.getString("sync_token"),
        row.getLong("wanted"),
        instant(row, "full_synced_at"),
        row.getBoolean("is_over"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
