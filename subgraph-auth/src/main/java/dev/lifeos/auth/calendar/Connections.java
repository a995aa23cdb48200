package dev.lifeos.auth.calendar;

import dev.lifeos.auth.google.GoogleProfile;
import dev.lifeos.auth.key.Sealed;
import dev.lifeos.auth.key.SealedRows;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Begins, changes and ends connections. */
@Repository
class Connections implements SealedRows {

  private static final String ONE_AT_A_TIME = "SELECT id FROM account WHERE id = ? FOR UPDATE";
  private static final String CURRENT =
      "SELECT id, google_subject FROM calendar_connection WHERE account_id = ? AND ended_at IS NULL";
  private static final String INSERT =
      """
      INSERT INTO calendar_connection
        (id, account_id, google_subject, email, key_id, refresh_token, status, connected_at)
      VALUES (:id, :account, :subject, :email, :key, :token, 'RESYNCING', :now)
      """;
  private static final String RENEW =
      """
      UPDATE calendar_connection SET
        email = :email, key_id = :key, refresh_token = :token, connected_at = :now, failing_since = NULL,
        status = CASE WHEN sync_token IS NULL THEN 'RESYNCING' ELSE 'SYNCED' END
      WHERE id = :id
      """;
  private static final String END =
      """
      UPDATE calendar_connection SET ended_at = :now
      WHERE id = :id AND account_id = :account AND ended_at IS NULL
      """;
  private static final String HIDE =
      "UPDATE calendar_connection SET ended_at = coalesce(ended_at, ?) WHERE id = ? RETURNING ended_at";
  private static final String FORGET_EVENTS = "DELETE FROM calendar_event WHERE connection_id = ?";
  private static final String DELETE = "DELETE FROM calendar_connection WHERE id = ?";
  private static final String FAILING =
      "UPDATE calendar_connection SET failing_since = coalesce(failing_since, ?) WHERE id = ?";

  // Not where the person has consented anew meanwhile.
  private static final String REVOKED =
      """
      UPDATE calendar_connection SET status = 'REAUTH_REQUIRED'
      WHERE id = ? AND refresh_token = ? AND status <> 'REAUTH_REQUIRED' AND ended_at IS NULL
      """;
  private static final String SHARED =
      """
      SELECT EXISTS (
        SELECT FROM calendar_connection mine
        JOIN calendar_connection other ON other.google_subject = mine.google_subject
        WHERE mine.id = ? AND other.id <> mine.id
          AND other.ended_at IS NULL AND other.account_id IS NOT NULL)
      """;
  private static final String WANT =
      "UPDATE calendar_connection SET wanted = wanted + 1 WHERE id = ?";
  private static final String WANTED_SINCE =
      "SELECT EXISTS (SELECT FROM calendar_connection WHERE id = ? AND wanted > ?)";

  private final JdbcClient jdbc;
  private final Clock clock;

  Connections(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** The account's connection; whoever else asks for it this way waits for this transaction. */
  Optional<Current> lock(UUID account) {
    jdbc.sql(ONE_AT_A_TIME).param(account).query(UUID.class).optional();
    return jdbc.sql(CURRENT)
        .param(account)
        .query((row, number) -> new Current(row.getObject(1, UUID.class), row.getString(2)))
        .optional();
  }

  void add(UUID id, UUID account, GoogleProfile google, Sealed token) {
    jdbc.sql(INSERT)
        .param("id", id)
        .param("account", account)
        .param("subject", google.subject())
        .param("email", google.email())
        .param("key", token.keyId())
        .param("token", token.bytes())
        .param("now", now())
        .update();
  }

  void renew(UUID id, GoogleProfile google, Sealed token) {
    jdbc.sql(RENEW)
        .param("id", id)
        .param("email", google.email())
        .param("key", token.keyId())
        .param("token", token.bytes())
        .param("now", now())
        .update();
  }

  /** Takes it and its events out of sight; false where the account has no such. */
  boolean end(UUID id, UUID account) {
    var ended =
        jdbc.sql(END).param("id", id).param("account", account).param("now", now()).update() == 1;
    if (ended) {
      jdbc.sql(FORGET_EVENTS).param(id).update();
    }
    return ended;
  }

  /** Takes it out of sight whosever it was; since when it is. */
  Instant hide(UUID id) {
    jdbc.sql(FORGET_EVENTS).param(id).update();
    return jdbc.sql(HIDE)
        .params(now(), id)
        .query((row, number) -> row.getObject(1, OffsetDateTime.class).toInstant())
        .single();
  }

  void delete(UUID id) {
    jdbc.sql(DELETE).param(id).update();
  }

  void failing(UUID id) {
    jdbc.sql(FAILING).params(now(), id).update();
  }

  /** Whether this has changed how it stands. */
  boolean revoked(SyncTarget target) {
    return jdbc.sql(REVOKED).params(target.id(), target.refreshToken().bytes()).update() == 1;
  }

  /** Whether somebody else here has connected the same Google account. */
  boolean isShared(UUID id) {
    return jdbc.sql(SHARED).param(id).query(Boolean.class).single();
  }

  void want(UUID id) {
    jdbc.sql(WANT).param(id).update();
  }

  boolean isWantedSince(UUID id, long seen) {
    return jdbc.sql(WANTED_SINCE).params(id, seen).query(Boolean.class).single();
  }

  @Override
  public String table() {
    return "calendar_connection";
  }

  @Override
  public String idColumn() {
    return "id";
  }

  @Override
  public String keyColumn() {
    return "key_id";
  }

  @Override
  public String bytesColumn() {
    return "refresh_token";
  }

  @Override
  public String context(String id) {
    return SyncTarget.context(id);
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  /** A connection, and whose at Google. */
  record Current(UUID id, String subject) {}
}
