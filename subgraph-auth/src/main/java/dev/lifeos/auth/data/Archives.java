package dev.lifeos.auth.data;

import dev.lifeos.auth.key.OneTimeToken;
import dev.lifeos.auth.key.Sealed;
import dev.lifeos.auth.key.SealedRows;
import dev.lifeos.auth.key.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is in the copies: sealed, and given out once for each token. */
@Repository
class Archives implements SealedRows {

  private static final String KEEP =
      """
      UPDATE data_export SET key_id = :key, archive = :archive, size = :size, ready_at = :now, expires_at = :expiry
      WHERE id = :id AND ready_at IS NULL AND failed_at IS NULL
      """;
  private static final String ADD_TOKEN =
      "INSERT INTO data_export_download (token_hash, export_id, expires_at) VALUES (?, ?, ?)";
  private static final String USE_TOKEN =
      "DELETE FROM data_export_download WHERE token_hash = ? AND expires_at > ? RETURNING export_id";
  private static final String READ =
      """
      SELECT id, account_id, requested_at, key_id, archive FROM data_export
      WHERE id = ? AND ready_at IS NOT NULL AND expires_at > ?
      """;
  private static final String DELETE_EXPIRED =
      "DELETE FROM data_export_download WHERE expires_at <= ?";

  private final JdbcClient jdbc;
  private final Vault vault;

  Archives(JdbcClient jdbc, Vault vault) {
    this.jdbc = jdbc;
    this.vault = vault;
  }

  /** False where it is kept already, or nobody waits for it any more. */
  boolean keep(UUID export, byte[] zip, Instant now, Instant expiry) {
    var sealed = vault.seal(Base64.getEncoder().encodeToString(zip), context(export.toString()));
    return jdbc.sql(KEEP)
            .param("id", export)
            .param("key", sealed.keyId())
            .param("archive", sealed.bytes())
            .param("size", zip.length)
            .param("now", utc(now))
            .param("expiry", utc(expiry))
            .update()
        == 1;
  }

  void allow(UUID export, OneTimeToken token, Instant expiry) {
    jdbc.sql(ADD_TOKEN).params(token.digest(), export, utc(expiry)).update();
  }

  /** Of any number of requests with one token, exactly one gets it. */
  Optional<Archive> take(OneTimeToken token, Instant now) {
    return jdbc.sql(USE_TOKEN)
        .params(token.digest(), utc(now))
        .query(UUID.class)
        .optional()
        .flatMap(export -> jdbc.sql(READ).params(export, utc(now)).query(this::archive).optional());
  }

  void deleteExpired(Instant now) {
    jdbc.sql(DELETE_EXPIRED).param(utc(now)).update();
  }

  private Archive archive(ResultSet row, int number) throws SQLException {
    var sealed = new Sealed(row.getString("key_id"), row.getBytes("archive"));
    var zip = Base64.getDecoder().decode(vault.open(sealed, context(row.getString("id"))));
    return new Archive(
        row.getObject("account_id", UUID.class),
        row.getObject("requested_at", OffsetDateTime.class).toInstant(),
        zip);
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  @Override
  public String table() {
    return "data_export";
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
    return "archive";
  }

  @Override
  public String context(String id) {
    return "data-export:" + id;
  }

  /** A copy with what is in it. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  record Archive(UUID account, Instant requestedAt, byte[] zip) {

    @Override
    public String toString() {
      return "Archive";
    }
  }
}
