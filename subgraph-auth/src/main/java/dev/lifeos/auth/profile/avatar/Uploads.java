package dev.lifeos.auth.profile.avatar;

import dev.lifeos.auth.key.OneTimeToken;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The tokens with which a picture is sent: each is good once. The database has only their digests.
 */
@Repository
class Uploads {

  private static final String INSERT =
      "INSERT INTO avatar_upload (token_hash, account_id, expires_at) VALUES (?, ?, ?)";
  private static final String FIND =
      "SELECT account_id FROM avatar_upload WHERE token_hash = ? AND expires_at > ?";
  private static final String USE =
      "DELETE FROM avatar_upload WHERE token_hash = ? AND expires_at > ? RETURNING account_id";
  private static final String DELETE_EXPIRED = "DELETE FROM avatar_upload WHERE expires_at <= ?";

  private final JdbcClient jdbc;
  private final Clock clock;

  Uploads(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  void add(OneTimeToken token, UUID account, Instant expiry) {
    jdbc.sql(INSERT).params(token.digest(), account, expiry.atOffset(ZoneOffset.UTC)).update();
  }

  /** Whose picture may be sent with that token. */
  Optional<UUID> find(OneTimeToken token) {
    return account(FIND, token);
  }

  /** The same; of any number of requests with one token, exactly one gets it. */
  Optional<UUID> use(OneTimeToken token) {
    return account(USE, token);
  }

  void deleteExpired() {
    jdbc.sql(DELETE_EXPIRED).param(now()).update();
  }

  private Optional<UUID> account(String sql, OneTimeToken token) {
    return jdbc.sql(sql).params(token.digest(), now()).query(UUID.class).optional();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
