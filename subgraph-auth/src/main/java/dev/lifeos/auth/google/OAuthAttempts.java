package dev.lifeos.auth.google;

import dev.lifeos.auth.key.OneTimeToken;
import dev.lifeos.auth.key.Sealed;
import dev.lifeos.auth.key.SealedRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who is at Google just now. An attempt is good for ten minutes, and once. */
@Repository
class OAuthAttempts implements SealedRows {

  static final Duration LIFETIME = Duration.ofMinutes(10);

  private static final String INSERT =
      """
      INSERT INTO oauth_attempt
        (id, state_hash, binding_hash, purpose, account_id, key_id, sealed, created_at, expires_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  // One statement: of any number of requests with one state, exactly one gets the row. With
  // another binding, or for another account, it stays for whom it belongs to.
  private static final String TAKE =
      """
      DELETE FROM oauth_attempt
      WHERE state_hash = :state AND binding_hash = :binding AND expires_at > :now
        AND (account_id IS NULL OR account_id = cast(:caller AS uuid))
      RETURNING id, purpose, account_id, key_id, sealed
      """;
  private static final String DELETE_EXPIRED = "DELETE FROM oauth_attempt WHERE expires_at <= ?";

  private final JdbcClient jdbc;
  private final Clock clock;

  OAuthAttempts(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** When it is good no more. */
  Instant add(OAuthAttempt attempt, OneTimeToken state, OneTimeToken binding) {
    var now = clock.instant();
    var expiry = now.plus(LIFETIME);
    jdbc.sql(INSERT)
        .param(attempt.id())
        .param(state.digest())
        .param(binding.digest())
        .param(attempt.purpose().name())
        .param(attempt.account())
        .param(attempt.sealed().keyId())
        .param(attempt.sealed().bytes())
        .param(now.atOffset(ZoneOffset.UTC))
        .param(expiry.atOffset(ZoneOffset.UTC))
        .update();
    return expiry;
  }

  Optional<OAuthAttempt> take(OneTimeToken state, OneTimeToken binding, @Nullable String caller) {
    return jdbc.sql(TAKE)
        .param("state", state.digest())
        .param("binding", binding.digest())
        .param("caller", caller)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .query(OAuthAttempts::attempt)
        .optional();
  }

  void deleteExpired() {
    jdbc.sql(DELETE_EXPIRED).param(clock.instant().atOffset(ZoneOffset.UTC)).update();
  }

  @Override
  public String table() {
    return "oauth_attempt";
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
    return "sealed";
  }

  @Override
  public String context(String id) {
    return AttemptSecrets.context(id);
  }

  private static OAuthAttempt attempt(ResultSet row, int number) throws SQLException {
    return new OAuthAttempt(
        row.getObject("id", UUID.class),
        OAuthPurpose.valueOf(row.getString("purpose")),
        row.getObject("account_id", UUID.class),
        new Sealed(row.getString("key_id"), row.getBytes("sealed")));
  }
}
