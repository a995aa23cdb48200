package dev.lifeos.auth.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The refresh tokens of sessions. Those of a session are a family: each is used once and has one
 * successor. Who lost the answer sends the same token again, and gets the same successor; whoever
 * sends an older one ends the family.
 */
@Repository
class TokenFamilies {

  /** How long an answer may be lost. */
  static final Duration GRACE = Duration.ofSeconds(30);

  private static final int FIRST = 1;

  private static final String ADD =
      """
      INSERT INTO refresh_token (token_hash, session_id, generation, salt, created_at, expires_at)
      VALUES (:hash, :session, :generation, :salt, :now, :expiry)
      """;

  // One statement: of any number of requests with one token, exactly one gets a row back.
  private static final String USE =
      """
      UPDATE refresh_token t SET used_at = :now, salt = NULL FROM session s
      WHERE t.token_hash = :hash AND t.used_at IS NULL AND t.expires_at > :now
        AND s.id = t.session_id AND s.revoked_at IS NULL
      RETURNING s.id, s.account_id, t.generation, NULL::bytea
      """;

  // The parent of the newest token alone, as long as that was not used: never an older one.
  private static final String REPEAT =
      """
      SELECT s.id, s.account_id, t.generation, child.salt FROM refresh_token t
      JOIN session s ON s.id = t.session_id AND s.revoked_at IS NULL
      JOIN refresh_token child
        ON child.session_id = t.session_id AND child.generation = t.generation + 1
      WHERE t.token_hash = :hash AND t.used_at >= :since
        AND child.used_at IS NULL AND child.salt IS NOT NULL AND child.expires_at > :now
      """;
  private static final String REVOKE_REUSED =
      """
      UPDATE session s SET revoked_at = :now FROM refresh_token t
      WHERE t.token_hash = :hash AND t.used_at IS NOT NULL
        AND s.id = t.session_id AND s.revoked_at IS NULL
      RETURNING s.account_id
      """;
  private static final String REVOKE =
      """
      UPDATE session s SET revoked_at = :now FROM refresh_token t
      WHERE t.token_hash = :hash AND s.id = t.session_id AND s.revoked_at IS NULL
      RETURNING s.account_id
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  TokenFamilies(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** The first token of a session. */
  RefreshToken start(UUID session, Duration lifetime) {
    var token = RefreshToken.fresh();
    add(session, FIRST, token, null, lifetime);
    return token;
  }

  /** Uses a token up; empty where it was used before, has expired or its session has ended. */
  Optional<Used> use(RefreshToken token) {
    return jdbc.sql(USE)
        .param("hash", token.digest())
        .param("now", utc(clock.instant()))
        .query(TokenFamilies::used)
        .optional();
  }

  /** The successor of a token that was used just now. */
  RefreshToken follow(RefreshToken token, Used used, Duration lifetime) {
    var salt = RefreshToken.salt();
    var successor = token.successor(salt);
    add(used.session(), used.generation() + 1, successor, salt, lifetime);
    return successor;
  }

  /** A token that was used a moment ago and whose successor nobody has used: with its salt. */
  Optional<Used> repeated(RefreshToken token) {
    var now = clock.instant();
    return jdbc.sql(REPEAT)
        .param("hash", token.digest())
        .param("now", utc(now))
        .param("since", utc(now.minus(GRACE)))
        .query(TokenFamilies::used)
        .optional();
  }

  /** Ends the session of a token that had been used before; whose it was. */
  Optional<UUID> revokeIfReused(RefreshToken token) {
    return revoke(REVOKE_REUSED, token);
  }

  /** Ends the session of a token; whose it was. */
  Optional<UUID> revoke(RefreshToken token) {
    return revoke(REVOKE, token);
  }

  private Optional<UUID> revoke(String statement, RefreshToken token) {
    return jdbc.sql(statement)
        .param("hash", token.digest())
        .param("now", utc(clock.instant()))
        .query(UUID.class)
        .optional();
  }

  private void add(
      UUID session, int generation, RefreshToken token, byte @Nullable [] salt, Duration lifetime) {
    var now = clock.instant();
    jdbc.sql(ADD)
        .param("hash", token.digest())
        .param("session", session)
        .param("generation", generation)
        .param("salt", salt)
        .param("now", utc(now))
        .param("expiry", utc(now.plus(lifetime)))
        .update();
  }

  private static Used used(ResultSet row, int number) throws SQLException {
    return new Used(
        row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getInt(3), row.getBytes(4));
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  /**
   * Whose token was used.
   *
   * @param salt that its successor was made with, where there is one
   */
  @SuppressWarnings("ArrayRecordComponent") // Read once, never compared.
  record Used(UUID session, UUID account, int generation, byte @Nullable [] salt) {

    RefreshToken successorOf(RefreshToken token) {
      return token.successor(java.util.Objects.requireNonNull(salt));
    }
  }
}
