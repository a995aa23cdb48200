package dev.lifeos.auth.factor.passkey;

import dev.lifeos.auth.factor.common.FactorErrorCode;
import dev.lifeos.auth.key.OneTimeToken;
import dev.lifeos.starter.error.InvalidInput;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.stereotype.Repository;

/** What passkeys are to sign: in the database, so that any replica takes the answer. */
@Repository
class PasskeyChallenges {

  static final Duration LIFETIME = Duration.ofMinutes(5);

  private static final String ADD =
      """
      INSERT INTO passkey_challenge (digest, purpose, account_id, label, challenge, expires_at)
      VALUES (?, ?, ?, ?, ?, ?)
      """;

  // One statement: of any number of answers with one token, exactly one is looked at.
  private static final String TAKE =
      """
      DELETE FROM passkey_challenge
      WHERE digest = :digest AND purpose = :purpose AND expires_at > :now
        AND account_id IS NOT DISTINCT FROM cast(:account AS uuid)
      RETURNING challenge, label
      """;
  private static final String DELETE_EXPIRED =
      "DELETE FROM passkey_challenge WHERE expires_at <= ?";

  private final JdbcClient jdbc;
  private final Clock clock;

  PasskeyChallenges(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** A challenge that anybody's passkey may answer. */
  Begun begin(PasskeyPurpose purpose) {
    return begin(purpose, null, null);
  }

  /** A challenge for one person. */
  Begun begin(PasskeyPurpose purpose, @Nullable UUID account, @Nullable String label) {
    var begun = new Begun(OneTimeToken.fresh(), Bytes.random(), clock.instant().plus(LIFETIME));
    jdbc.sql(ADD)
        .param(begun.token().digest())
        .param(purpose.name())
        .param(account)
        .param(label)
        .param(begun.challenge().getBytes())
        .param(begun.expiresAt().atOffset(ZoneOffset.UTC))
        .update();
    return begun;
  }

  /**
   * Takes the challenge away, whatever comes of its answer.
   *
   * @param account for whom it was begun
   * @throws InvalidInput where there is none
   */
  Taken take(String token, PasskeyPurpose purpose, @Nullable UUID account) {
    return jdbc.sql(TAKE)
        .param("digest", new OneTimeToken(token).digest())
        .param("purpose", purpose.name())
        .param("now", now())
        .param("account", account)
        .query(PasskeyChallenges::taken)
        .optional()
        .orElseThrow(() ->
            InvalidInput.of(FactorErrorCode.INVALID_CHALLENGE, "Begin again.", "input", "token"));
  }

  void deleteExpired() {
    jdbc.sql(DELETE_EXPIRED).param(now()).update();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static Taken taken(ResultSet row, int number) throws SQLException {
    return new Taken(new Bytes(row.getBytes(1)), row.getString(2));
  }

  /** What was begun. */
  record Begun(OneTimeToken token, Bytes challenge, Instant expiresAt) {}

  /** What is to be answered, and what the new passkey is to be called. */
  record Taken(Bytes challenge, @Nullable String label) {}
}
