package dev.lifeos.auth.app;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The codes that apps exchange for tokens: good for a minute, once. */
@Repository
class Codes {

  private static final Duration LIFETIME = Duration.ofSeconds(60);

  // Long enough that a code which comes again is known, and what it gave ends.
  private static final Duration KEPT = Duration.ofDays(30);

  private static final String ADD =
      """
      INSERT INTO app_code (code_hash, client_id, account_id, consented_in, redirect_uri, scopes, code_challenge, expires_at)
      SELECT :hash, :client, s.account_id, s.id, :uri, cast(:scopes AS text[]), :challenge, :expiry
      FROM session s
      WHERE s.id = :session AND s.account_id = :account AND s.client_id IS NULL
        AND s.revoked_at IS NULL
      """;

  // One statement: of any number of requests with one code, exactly one gets a row back.
  private static final String USE =
      """
      UPDATE app_code SET used_at = :now
      WHERE code_hash = :hash AND client_id = :client AND used_at IS NULL AND expires_at > :now
      RETURNING client_id, account_id, consented_in, redirect_uri, scopes, code_challenge
      """;

  private static final String STILL =
      "SELECT id FROM session WHERE id = ? AND revoked_at IS NULL FOR SHARE";
  private static final String GAVE = "UPDATE app_code SET gave = ? WHERE code_hash = ?";
  private static final String GIVEN =
      """
      SELECT gave FROM app_code
      WHERE code_hash = ? AND client_id = ? AND used_at IS NOT NULL AND gave IS NOT NULL
      """;
  private static final String DELETE_EXPIRED = "DELETE FROM app_code WHERE expires_at <= ?";

  private final JdbcClient jdbc;
  private final Clock clock;

  Codes(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** False where the session in which the person allows it has ended. */
  boolean add(Secret code, Consent consent) {
    return jdbc.sql(ADD)
            .param("hash", code.digest())
            .param("client", consent.client())
            .param("account", consent.account())
            .param("session", consent.session())
            .param("uri", consent.redirectUri())
            .param("scopes", AppScope.values(consent.scopes()).toArray(String[]::new))
            .param("challenge", consent.challenge())
            .param("expiry", now().plus(LIFETIME))
            .update()
        == 1;
  }

  /** Uses a code up; empty where it is not this app's, was used before or has expired. */
  Optional<Consent> use(Secret code, UUID client) {
    return jdbc.sql(USE)
        .param("hash", code.digest())
        .param("client", client)
        .param("now", now())
        .query(Codes::consent)
        .optional();
  }

  /**
   * Whether the session in which the person allowed it has not ended; until the transaction ends it
   * does not.
   */
  boolean stands(Consent consent) {
    return jdbc.sql(STILL).param(consent.session()).query(UUID.class).optional().isPresent();
  }

  void gave(Secret code, UUID session) {
    jdbc.sql(GAVE).params(session, code.digest()).update();
  }

  /** The session that a used code gave. */
  Optional<UUID> given(Secret code, UUID client) {
    return jdbc.sql(GIVEN).params(code.digest(), client).query(UUID.class).optional();
  }

  void deleteExpired() {
    jdbc.sql(DELETE_EXPIRED).param(now().minus(KEPT)).update();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static Consent consent(ResultSet row, int number) throws SQLException {
    return new Consent(
        row.getObject("client_id", UUID.class),
        row.getObject("account_id", UUID.class),
        row.getObject("consented_in", UUID.class),
        row.getString("redirect_uri"),
        AppScope.of(Apps.texts(row, "scopes")),
        row.getString("code_challenge"));
  }
}
