package dev.lifeos.auth.calendar;

import dev.lifeos.auth.key.OneTimeToken;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The channels by which Google tells of changes. */
@Repository
class ChannelRows {

  // Google greets by a channel before it has answered that it is open.
  private static final Duration OPENING = Duration.ofMinutes(10);

  private static final String INSERT =
      "INSERT INTO calendar_channel (id, connection_id, token_hash, expires_at) VALUES (?, ?, ?, ?)";
  private static final String OPENED =
      "UPDATE calendar_channel SET resource_id = ?, expires_at = ? WHERE id = ?";
  private static final String DELETE = "DELETE FROM calendar_channel WHERE id = ?";
  private static final String OF_CONNECTION =
      "SELECT id, resource_id FROM calendar_channel WHERE connection_id = ?";
  private static final String OPEN_AT =
      """
      SELECT EXISTS (SELECT FROM calendar_channel
        WHERE connection_id = ? AND resource_id IS NOT NULL AND expires_at > ?)
      """;
  private static final String KNOWN =
      "SELECT connection_id, token_hash FROM calendar_channel WHERE id = ? AND expires_at > ?";

  private final JdbcClient jdbc;
  private final Clock clock;

  ChannelRows(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  void opening(UUID id, UUID connection, OneTimeToken token) {
    jdbc.sql(INSERT).params(id, connection, token.digest(), in(OPENING)).update();
  }

  void opened(UUID id, GoogleCalendar.Channel channel) {
    var expiry = channel.expiresAt().atOffset(ZoneOffset.UTC);
    jdbc.sql(OPENED).params(channel.resource(), expiry, id).update();
  }

  void delete(UUID id) {
    jdbc.sql(DELETE).param(id).update();
  }

  List<Opened> of(UUID connection) {
    return jdbc.sql(OF_CONNECTION).param(connection).query(ChannelRows::opened).list();
  }

  /** Whether the connection has a channel that will still be open after that time. */
  boolean isOpen(UUID connection, Duration ahead) {
    return jdbc.sql(OPEN_AT).params(connection, in(ahead)).query(Boolean.class).single();
  }

  Optional<Known> known(UUID id) {
    return jdbc.sql(KNOWN)
        .params(id, in(Duration.ZERO))
        .query((row, number) -> new Known(row.getObject(1, UUID.class), row.getBytes(2)))
        .optional();
  }

  private OffsetDateTime in(Duration ahead) {
    return clock.instant().plus(ahead).atOffset(ZoneOffset.UTC);
  }

  private static Opened opened(ResultSet row, int number) throws SQLException {
    return new Opened(row.getObject("id", UUID.class), row.getString("resource_id"));
  }

  /** A channel; without a resource where it never got open. */
  record Opened(UUID id, @Nullable String resource) {}

  /** Whose channel it is, and what its token is. */
  @SuppressWarnings("ArrayRecordComponent") // Comes from a column, never compared as a record.
  record Known(UUID connection, byte[] tokenHash) {}
}
