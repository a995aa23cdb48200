package dev.lifeos.auth.factor;

import dev.lifeos.auth.key.Sealed;
import dev.lifeos.auth.key.Vault;
import dev.lifeos.starter.ids.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps the secrets behind people's codes, sealed. */
@Repository
class TotpStore {

  private static final String ENROL =
      """
      INSERT INTO totp AS t (account_id, id, secret_key_id, secret, created_at, expires_at)
      VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT (account_id) DO UPDATE SET
        id = excluded.id, secret_key_id = excluded.secret_key_id, secret = excluded.secret,
        created_at = excluded.created_at, expires_at = excluded.expires_at
      WHERE t.confirmed_at IS NULL
      """;
  private static final String PENDING =
      """
      SELECT id, secret_key_id, secret, last_step FROM totp WHERE account_id = ? AND expires_at > ?
      """;
  private static final String CONFIRM =
      """
      UPDATE totp SET confirmed_at = :now, expires_at = NULL, last_step = :step
      WHERE id = :id AND expires_at > :now
      """;
  private static final String ENABLED =
      """
      SELECT id, secret_key_id, secret, last_step FROM totp
      WHERE account_id = ? AND confirmed_at IS NOT NULL
      """;

  // One statement: of any number of requests with one code, exactly one changes the row.
  private static final String USE =
      "UPDATE totp SET last_step = :step WHERE id = :id AND last_step < :step";
  private static final String REMOVE =
      "DELETE FROM totp WHERE account_id = ? AND confirmed_at IS NOT NULL";
  private static final String DELETE_EXPIRED = "DELETE FROM totp WHERE expires_at <= ?";

  private final JdbcClient jdbc;
  private final Vault vault;

  TotpStore(JdbcClient jdbc, Vault vault) {
    this.jdbc = jdbc;
    this.vault = vault;
  }

  /** False where the person has an app already. */
  boolean enrol(UUID account, String secret, Instant now, Instant expiry) {
    var id = Ids.next();
    var sealed = vault.seal(secret, context(id));
    return jdbc.sql(ENROL)
            .params(account, id, sealed.keyId(), sealed.bytes(), utc(now), utc(expiry))
            .update()
        == 1;
  }

  Optional<Totp> pending(UUID account, Instant now) {
    return jdbc.sql(PENDING).params(account, utc(now)).query(this::totp).optional();
  }

  /** False where it was confirmed or replaced meanwhile. */
  boolean confirm(Totp totp, long step, Instant now) {
    return jdbc.sql(CONFIRM)
            .param("id", totp.id())
            .param("step", step)
            .param("now", utc(now))
            .update()
        == 1;
  }

  Optional<Totp> enabled(UUID account) {
    return jdbc.sql(ENABLED).param(account).query(this::totp).optional();
  }

  /** False where the code of that step, or of a later one, was used. */
  boolean use(Totp totp, long step) {
    return jdbc.sql(USE).param("id", totp.id()).param("step", step).update() == 1;
  }

  /** False where there is none. */
  boolean remove(UUID account) {
    return jdbc.sql(REMOVE).param(account).update() == 1;
  }

  void deleteExpired(Instant now) {
    jdbc.sql(DELETE_EXPIRED).param(utc(now)).update();
  }

  static String context(Object id) {
    return "totp:" + id;
  }

  private Totp totp(ResultSet row, int number) throws SQLException {
    var id = row.getObject("id", UUID.class);
    var sealed = new Sealed(row.getString("secret_key_id"), row.getBytes("secret"));
    return new Totp(id, vault.open(sealed, context(id)), row.getLong("last_step"));
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
