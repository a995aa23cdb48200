package dev.lifeos.auth.password;

import dev.lifeos.auth.key.OneTimeToken;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tokens that a forgotten password is set anew with; a person has one at most. */
@Repository
class ResetTokens {

  private static final String DELETE = "DELETE FROM password_reset WHERE account_id = ?";
  private static final String INSERT =
      "INSERT INTO password_reset (token_hash, account_id, expires_at) VALUES (?, ?, ?)";
  private static final String OWNER =
      "SELECT account_id FROM password_reset WHERE token_hash = ? AND expires_at > ?";

  // One statement: of two requests with one token, one gets the row.
  private static final String TAKE =
      "DELETE FROM password_reset WHERE token_hash = ? AND expires_at > ? RETURNING account_id";

  private final JdbcClient jdbc;
  private final Clock clock;

  ResetTokens(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  void replace(UUID account, OneTimeToken token, Duration lifetime) {
    jdbc.sql(DELETE).param(account).update();
    jdbc.sql(INSERT).params(token.digest(), account, utc(clock.instant().plus(lifetime))).update();
  }

  /** Whose a token is, without using it up. */
  Optional<UUID> ownerOf(OneTimeToken token) {
    return ask(OWNER, token);
  }

  Optional<UUID> take(OneTimeToken token) {
    return ask(TAKE, token);
  }

  private Optional<UUID> ask(String statement, OneTimeToken token) {
    return jdbc.sql(statement)
        .params(token.digest(), utc(clock.instant()))
        .query(UUID.class)
        .optional();
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
