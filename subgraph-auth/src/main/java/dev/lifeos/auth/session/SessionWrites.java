package dev.lifeos.auth.session;

import dev.lifeos.starter.ids.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes sessions and their refresh tokens. */
@Repository
class SessionWrites {

  private static final String SESSION =
      """
      INSERT INTO session (id, account_id, user_agent, ip, created_at, last_used_at, expires_at)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String TOKEN =
      "INSERT INTO refresh_token (token_hash, session_id, created_at, expires_at) VALUES (?, ?, ?, ?)";

  // One statement: of any number of requests with one token, exactly one gets a row back.
  private static final String USE =
      """
      UPDATE refresh_token t SET used_at = :now FROM session s
      WHERE t.token_hash = :hash AND t.used_at IS NULL AND t.expires_at > :now
        AND s.id = t.session_id AND s.revoked_at IS NULL
      RETURNING s.id, s.account_id
      """;
  private static final String PROLONG =
      "UPDATE session SET last_used_at = ?, expires_at = ? WHERE id = ?";
  private static final String REVOKE_REUSED =
      """
      UPDATE session s SET revoked_at = :now FROM refresh_token t
      WHERE t.token_hash = :hash AND t.used_at < :since
        AND s.id = t.session_id AND s.revoked_at IS NULL
      """;
  private static final String REVOKE =
      """
      UPDATE session s SET revoked_at = :now FROM refresh_token t
      WHERE t.token_hash = :hash AND s.id = t.session_id AND s.revoked_at IS NULL
      """;

  private final JdbcClient jdbc;

  SessionWrites(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  UUID start(UUID account, Device device, Instant now, Instant expiry) {
    var id = Ids.next();
    jdbc.sql(SESSION)
        .param(id)
        .param(account)
        .param(device.userAgent())
        .param(device.ip())
        .param(utc(now))
        .param(utc(now))
        .param(utc(expiry))
        .update();
    return id;
  }

  void add(UUID session, RefreshToken token, Instant now, Instant expiry) {
    jdbc.sql(TOKEN).params(token.digest(), session, utc(now), utc(expiry)).update();
  }

  Optional<Used> use(RefreshToken token, Instant now) {
    return jdbc.sql(USE)
        .param("hash", token.digest())
        .param("now", utc(now))
        .query(SessionWrites::used)
        .optional();
  }

  void prolong(UUID session, Instant now, Instant expiry) {
    jdbc.sql(PROLONG).params(utc(now), utc(expiry), session).update();
  }

  void revokeIfReused(RefreshToken token, Instant now, Duration grace) {
    jdbc.sql(REVOKE_REUSED)
        .param("hash", token.digest())
        .param("now", utc(now))
        .param("since", utc(now.minus(grace)))
        .update();
  }

  void revoke(RefreshToken token, Instant now) {
    jdbc.sql(REVOKE).param("hash", token.digest()).param("now", utc(now)).update();
  }

  private static Used used(ResultSet row, int number) throws SQLException {
    return new Used(row.getObject(1, UUID.class), row.getObject(2, UUID.class));
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  /** Whose token was used. */
  record Used(UUID session, UUID account) {}
}
