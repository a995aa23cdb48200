package dev.lifeos.auth.app;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The refresh tokens of apps, as those of LifeOS's own sessions are kept: each is used once and has
 * one successor, which who lost the answer gets again; whoever sends an older one ends the session.
 */
@Repository
class AppTokenFamilies {

  private static final Duration GRACE = Duration.ofSeconds(10);
  private static final int FIRST = 1;

  private static final String ADD =
      """
      INSERT INTO app_refresh_token (token_hash, session_id, generation, salt, expires_at)
      VALUES (?, ?, ?, ?, ?)
      """;

  // One statement: of any number of requests with one token, exactly one gets a row back.
  private static final String USE =
      """
      UPDATE app_refresh_token t SET used_at = :now, salt = NULL FROM session s
      WHERE t.token_hash = :hash AND t.used_at IS NULL AND t.expires_at > :now
        AND s.id = t.session_id AND s.client_id = :client AND s.revoked_at IS NULL
      RETURNING s.id, s.account_id, s.scopes, t.generation, NULL::bytea AS salt
      """;

  // The parent of the newest token alone, as long as that was not used: never an older one.
  private static final String REPEAT =
      """
      SELECT s.id, s.account_id, s.scopes, t.generation, child.salt FROM app_refresh_token t
      JOIN session s ON s.id = t.session_id AND s.client_id = :client AND s.revoked_at IS NULL
      JOIN app_refresh_token child
        ON child.session_id = t.session_id AND child.generation = t.generation + 1
      WHERE t.token_hash = :hash AND t.used_at >= :since
        AND child.used_at IS NULL AND child.salt IS NOT NULL AND child.expires_at > :now
      """;
  private static final String REUSED =
      """
      SELECT s.id FROM app_refresh_token t
      JOIN session s ON s.id = t.session_id AND s.client_id = :client AND s.revoked_at IS NULL
      WHERE t.token_hash = :hash AND t.used_at IS NOT NULL
      """;
  private static final String PROLONG =
      "UPDATE session SET last_used_at = ?, expires_at = ? WHERE id = ? AND revoked_at IS NULL";
  private static final String DELETE_EXPIRED =
      "DELETE FROM app_refresh_token WHERE expires_at <= ?";

  private final JdbcClient jdbc;
  private final Clock clock;

  AppTokenFamilies(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  Secret start(UUID session, Instant expiry) {
    var token = Secret.fresh();
    add(session, FIRST, token, null, expiry);
    return token;
  }

  /** Uses a token up; empty where it is not this app's, was used before, or has ended. */
  Optional<Used> use(Secret token, UUID client) {
    return jdbc.sql(USE)
        .param("hash", token.digest())
        .param("client", client)
        .param("now", utc(clock.instant()))
        .query(AppTokenFamilies::used)
        .optional();
  }

  /** The successor of a token that was used just now; empty where its session ended meanwhile. */
  Optional<Secret> follow(Secret token, Used used, Instant expiry) {
    var now = utc(clock.instant());
    if (jdbc.sql(PROLONG).params(now, utc(expiry), used.session()).update() == 0) {
      return Optional.empty();
    }
    var salt = Secret.salt();
    var successor = token.next(salt);
    add(used.session(), used.generation() + 1, successor, salt, expiry);
    return Optional.of(successor);
  }

  /** A token that was used a moment ago and whose successor nobody has used. */
  Optional<Used> repeated(Secret token, UUID client) {
    var now = clock.instant();
    return jdbc.sql(REPEAT)
        .param("hash", token.digest())
        .param("client", client)
        .param("now", utc(now))
        .param("since", utc(now.minus(GRACE)))
        .query(AppTokenFamilies::used)
        .optional();
  }

  /** The session of a token that had been used before. */
  Optional<UUID> reused(Secret token, UUID client) {
    return jdbc.sql(REUSED)
        .param("hash", token.digest())
        .param("client", client)
        .query(UUID.class)
        .optional();
  }

  void deleteExpired() {
    jdbc.sql(DELETE_EXPIRED).param(utc(clock.instant())).update();
  }

  private void add(
      UUID session, int generation, Secret token, byte @Nullable [] salt, Instant expiry) {
    jdbc.sql(ADD)
        .param(token.digest())
        .param(session)
        .param(generation)
        .param(salt)
        .param(utc(expiry))
        .update();
  }

  private static Used used(ResultSet row, int number) throws SQLException {
    return new Used(
        row.getObject("id", UUID.class),
        row.getObject("account_id", UUID.class),
        AppScope.of(Apps.texts(row, "scopes")),
        row.getInt("generation"),
        row.getBytes("salt"));
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
  record Used(
      UUID session, UUID account, Set<AppScope> scopes, int generation, byte @Nullable [] salt) {

    Secret successorOf(Secret token) {
      return token.next(Objects.requireNonNull(salt));
    }
  }
}
