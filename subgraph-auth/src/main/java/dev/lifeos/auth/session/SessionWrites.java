package dev.lifeos.auth.session;

import dev.lifeos.auth.account.User;
import dev.lifeos.auth.device.Device;
import dev.lifeos.starter.ids.Ids;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes sessions. */
@Repository
class SessionWrites {

  private static final String HOLD =
      "SELECT id FROM account WHERE id = ? AND session_epoch = ? FOR NO KEY UPDATE";
  private static final String START =
      """
      INSERT INTO session (id, account_id, user_agent, ip, method, created_at, last_used_at, authenticated_at, expires_at)
      VALUES (:id, :account, :agent, :ip, :method, :now, :now, :now, :expiry)
      """;
  private static final String PROLONG =
      """
      UPDATE session SET last_used_at = ?, expires_at = ? WHERE id = ? AND revoked_at IS NULL
      """;
  private static final String AUTHENTICATED =
      "UPDATE session SET authenticated_at = ? WHERE id = ? AND client_id IS NULL AND revoked_at IS NULL";
  private static final String IS_FRESH =
      """
      SELECT EXISTS (SELECT FROM session
        WHERE id = ? AND account_id = ? AND client_id IS NULL AND revoked_at IS NULL
          AND authenticated_at > ?)
      """;
  private static final String REVOKE_ONE =
      """
      UPDATE session SET revoked_at = :now
      WHERE id = :id AND account_id = :account AND revoked_at IS NULL AND expires_at > :now
      """;
  private static final String NEXT_EPOCH =
      "UPDATE account SET session_epoch = session_epoch + 1 WHERE id = ?";
  private static final String REVOKE_ALL =
      """
      UPDATE session SET revoked_at = :now
      WHERE account_id = :account AND revoked_at IS NULL AND id IS DISTINCT FROM cast(:except AS uuid)
      """;
  private static final String ENDED =
      "SELECT id FROM session WHERE revoked_at > ? ORDER BY revoked_at DESC LIMIT 100000";
  private static final List<String> DELETE_EXPIRED =
      List.of(
          "DELETE FROM session WHERE expires_at <= ?",
          "DELETE FROM refresh_token WHERE expires_at <= ?");

  private final JdbcClient jdbc;
  private final Clock clock;

  SessionWrites(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Keeps all from being ended until the transaction is over; false where they were since the user
   * was read.
   */
  boolean holdUnlessEnded(User user) {
    return jdbc.sql(HOLD)
        .params(user.id(), user.sessionEpoch())
        .query(UUID.class)
        .optional()
        .isPresent();
  }

  UUID start(UUID account, Device device, LoginMethod method, Duration lifetime) {
    var id = Ids.next();
    var now = clock.instant();
    jdbc.sql(START)
        .param("id", id)
        .param("account", account)
        .param("agent", device.userAgent())
        .param("ip", device.ip())
        .param("method", method.name())
        .param("now", utc(now))
        .param("expiry", utc(now.plus(lifetime)))
        .update();
    return id;
  }

  /** False where the session has been ended meanwhile. */
  boolean prolong(UUID session, Duration lifetime) {
    var now = clock.instant();
    return jdbc.sql(PROLONG).params(utc(now), utc(now.plus(lifetime)), session).update() == 1;
  }

  /** The person has shown now that it is them. */
  void authenticated(UUID session) {
    jdbc.sql(AUTHENTICATED).params(utc(clock.instant()), session).update();
  }

  /** Whether the person has shown within that time that it is them. */
  boolean isFresh(UUID session, UUID account, Duration within) {
    return jdbc.sql(IS_FRESH)
        .params(session, account, utc(clock.instant().minus(within)))
        .query(Boolean.class)
        .single();
  }

  /** False where the person has no such session any more. */
  boolean revoke(UUID session, UUID account) {
    return jdbc.sql(REVOKE_ONE)
            .param("id", session)
            .param("account", account)
            .param("now", utc(clock.instant()))
            .update()
        == 1;
  }

  /** How many have ended. */
  int revokeAll(UUID account, @Nullable UUID except) {
    jdbc.sql(NEXT_EPOCH).param(account).update();
    return jdbc.sql(REVOKE_ALL)
        .param("account", account)
        .param("except", except)
        .param("now", utc(clock.instant()))
        .update();
  }

  /** Sessions that somebody ended since then. */
  List<String> endedSince(Instant since) {
    return jdbc.sql(ENDED).param(utc(since)).query((row, number) -> row.getString(1)).list();
  }

  void deleteExpired() {
    var now = utc(clock.instant());
    DELETE_EXPIRED.forEach(delete -> jdbc.sql(delete).param(now).update());
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
