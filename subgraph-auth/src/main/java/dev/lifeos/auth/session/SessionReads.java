package dev.lifeos.auth.session;

import dev.lifeos.starter.paging.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads sessions of many people by one statement. */
@Repository
class SessionReads {

  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");
  private static final UUID ANY = new UUID(-1, -1);

  private static final String PAGE =
      """
      SELECT s.* FROM unnest(cast(:owners AS uuid[])) AS o (id)
      CROSS JOIN LATERAL (
        SELECT id, account_id, user_agent, ip, method, created_at, last_used_at, expires_at FROM session
        WHERE account_id = o.id AND client_id IS NULL AND revoked_at IS NULL AND expires_at > :now
          AND (last_used_at, id) < (:time, :id)
        ORDER BY last_used_at DESC, id DESC LIMIT :limit) s
      ORDER BY s.account_id, s.last_used_at DESC, s.id DESC
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  SessionReads(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  List<Session> page(Set<UUID> owners, Page page) {
    var after = page.after();
    var time = after == null ? LAST : after.instant(0);
    return jdbc.sql(PAGE)
        .param("owners", owners.toArray(UUID[]::new))
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("time", time.atOffset(ZoneOffset.UTC))
        .param("id", after == null ? ANY : after.uuid(1))
        .param("limit", page.limit())
        .query(SessionReads::session)
        .list();
  }

  private static Session session(ResultSet row, int number) throws SQLException {
    return new Session(
        row.getObject("id", UUID.class),
        row.getObject("account_id", UUID.class),
        row.getString("user_agent"),
        row.getString("ip"),
        LoginMethod.valueOf(row.getString("method")),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getObject("last_used_at", OffsetDateTime.class).toInstant(),
        row.getObject("expires_at", OffsetDateTime.class).toInstant());
  }
}
