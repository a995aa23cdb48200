package dev.lifeos.auth.session;

import dev.lifeos.starter.ids.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
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
      """
      INSERT INTO refresh_token (token_hash, session_id, generation, created_at, expires_at)
      VALUES (?, ?, ?, ?, ?)
      """;

  // One statement: of any number of requests with one token, exactly one gets a row back.
  private static final String USE =
      """
      UPDATE refresh_token t SET used_at = :now FROM session s
      WHERE t.token_hash = :hash AND t.used_at IS NULL AND t.expires_at > :now
        AND s.id = t.session_id AND s.revoked_at IS NULL
      RETURNING s.id, s.account_id, t.generation
      """;
  private static final String PROLONG =
      """
      UPDATE session SET last_used_at = ?, expires_at = ? WHERE id = ? AND revoked_at IS NULL
      """;

  // Only the parent of the newest token may have been sent twice; an older one is never excused.
  private static final String REVOKE_REUSED =
      """
      UPDATE session s SET revoked_at = :now FROM refresh_token t
      WHERE t.token_hash = :hash AND t.used_at IS NOT NULL
        AND s.id = t.session_id AND s.revoked_at IS NULL
        AND (t.used_at < :since OR EXISTS (
          SELECT FROM refresh_token later
          WHERE later.session_id = t.session_id AND later.generation > t.generation
            AND later.used_at IS NOT NULL))
      """;
  private static final String REVOKE =
      """
      UPDATE session s SET revoked_at = :now FROM refresh_token t
      WHERE t.token_hash = :hash AND s.id = t.session_id AND s.revoked_at IS NULL
      """;

  private static final String REVOKE_ONE =
      """
      UPDATE session SET revoked_at = :now
      WHERE id = :id AND account_id = :account AND revoked_at IS NULL AND expires_at > :now
      """;
  private static final List<String> DELETE_EXPIRED =
      List.of(
          "DELETE FROM session WHERE expires_at <= ?",
          "DELETE FROM refresh_token WHERE expires_at <= ?");

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

  void add(UUID session, int generation, RefreshToken token, Instant now, Instant expiry) {
    jdbc.sql(TOKEN).params(token.digest(), session, generation, utc(now), utc(expiry)).update();
  }

  Optional<Used> use(RefreshToken token, Instant now) {
    return jdbc.sql(USE)
        .param("hash", token.digest())
        .param("now", utc(now))
        .query(SessionWrites::used)
        .optional();
  }

  /** False where the session has been ended meanwhile. */
  boolean prolong(UUID session, Instant now, Instant expiry) {
    return jdbc.sql(PROLONG).params(utc(now), utc(expiry), session).update() == 1;
  }

  /** Whether the token had been used, and its session is ended for it. */
  boolean revokeIfReused(RefreshToken token, Instant now, Duration grace) {
    return jdbc.sql(REVOKE_REUSED)
            .param("hash", token.digest())
            .param("now", utc(now))
            .param("since", utc(now.minus(grace)))
            .update()
        == 1;
  }

  void revoke(RefreshToken token, Instant now) {
    jdbc.sql(REVOKE).param("hash", token.digest()).param("now", utc(now)).update();
  }

  /** False where the person has no such session any more. */
  boolean revoke(UUID session, UUID account, Instant now) {
    return jdbc.sql(REVOKE_ONE)
            .param("id", session)
            .param("account", account)
            .param("now", utc(now))
            .update()
        == 1;
  }

  void deleteExpired(Instant now) {
    DELETE_EXPIRED.forEach(delete -> jdbc.sql(delete).param(utc(now)).update());
  }

  private static Used used(ResultSet row, int number) throws SQLException {
    return new Used(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getInt(3));
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  /** Whose token was used. */
  record Used(UUID session, UUID account, int generation) {}
}
