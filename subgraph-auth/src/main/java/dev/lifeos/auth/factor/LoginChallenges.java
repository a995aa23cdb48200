package dev.lifeos.auth.factor;

import dev.lifeos.auth.device.Device;
import dev.lifeos.auth.factor.common.FactorErrorCode;
import dev.lifeos.auth.key.OneTimeToken;
import dev.lifeos.auth.session.LoginChallenge;
import dev.lifeos.auth.session.LoginMethod;
import dev.lifeos.auth.session.SecondFactor;
import dev.lifeos.starter.error.InvalidInput;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Log-ins that wait for their second step. */
@Repository
class LoginChallenges implements SecondFactor {

  private static final Duration LIFETIME = Duration.ofMinutes(5);

  private static final String ENROLLED =
      "SELECT EXISTS (SELECT FROM totp WHERE account_id = ? AND confirmed_at IS NOT NULL)";
  private static final String PASSWORD_DIGEST =
      "sha256(convert_to(coalesce(a.password_hash, ''), 'UTF8'))";
  private static final String ADD =
      """
      INSERT INTO login_challenge (digest, account_id, method, expires_at, password_digest)
      SELECT ?, a.id, ?, ?, %s FROM account a WHERE a.id = ?
      """
          .formatted(PASSWORD_DIGEST);

  // Who has changed the password meanwhile did so because somebody else knew it.
  private static final String FIND =
      """
      SELECT c.account_id, c.method FROM login_challenge c JOIN account a ON a.id = c.account_id
      WHERE c.digest = ? AND c.expires_at > ? AND c.password_digest = %s
      """
          .formatted(PASSWORD_DIGEST);
  private static final String USE = "DELETE FROM login_challenge WHERE digest = ?";
  private static final String DELETE_EXPIRED = "DELETE FROM login_challenge WHERE expires_at <= ?";

  private final JdbcClient jdbc;
  private final Clock clock;

  LoginChallenges(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public boolean enrolled(UUID account) {
    return jdbc.sql(ENROLLED).param(account).query(Boolean.class).single();
  }

  @Override
  public LoginChallenge challenge(UUID account, LoginMethod method, Device device) {
    var token = OneTimeToken.fresh();
    var expiry = clock.instant().plus(LIFETIME);
    jdbc.sql(ADD)
        .params(token.digest(), method.name(), expiry.atOffset(ZoneOffset.UTC), account)
        .update();
    return new LoginChallenge(token.value(), expiry);
  }

  /** Whose log-in waits with that token. */
  Waiting find(OneTimeToken token) {
    return jdbc.sql(FIND)
        .params(token.digest(), now())
        .query(LoginChallenges::waiting)
        .optional()
        .orElseThrow(LoginChallenges::gone);
  }

  /** Of any number of requests with one token, exactly one gets past this. */
  void use(OneTimeToken token) {
    if (jdbc.sql(USE).param(token.digest()).update() == 0) {
      throw gone();
    }
  }

  void deleteExpired() {
    jdbc.sql(DELETE_EXPIRED).param(now()).update();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static InvalidInput gone() {
    return InvalidInput.of(
        FactorErrorCode.INVALID_CHALLENGE, "Log in again.", "input", "challenge");
  }

  private static Waiting waiting(ResultSet row, int number) throws SQLException {
    return new Waiting(row.getObject(1, UUID.class), LoginMethod.valueOf(row.getString(2)));
  }

  /** Who has shown what so far. */
  record Waiting(UUID account, LoginMethod method) {}
}
