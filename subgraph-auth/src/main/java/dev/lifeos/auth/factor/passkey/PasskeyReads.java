package dev.lifeos.auth.factor.passkey;

import dev.lifeos.auth.session.WayIn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the passkeys of many people by one statement. */
@Repository
class PasskeyReads implements WayIn {

  private static final String OF_PEOPLE =
      """
      SELECT id, account_id, label, backup_state, created_at, last_used_at FROM passkey
      WHERE account_id = ANY (cast(:owners AS uuid[])) ORDER BY account_id, created_at, id
      """;
  private static final String BY_CREDENTIAL =
      """
      SELECT id, account_id, label, backup_state, created_at, last_used_at FROM passkey
      WHERE credential_id = ?
      """;
  private static final String COUNT = "SELECT count(*) FROM passkey WHERE account_id = ?";

  private final JdbcClient jdbc;

  PasskeyReads(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Passkey> ofPeople(Set<UUID> owners) {
    return jdbc.sql(OF_PEOPLE)
        .param("owners", owners.toArray(UUID[]::new))
        .query(PasskeyReads::passkey)
        .list();
  }

  @Nullable Passkey byCredential(byte[] credentialId) {
    return jdbc.sql(BY_CREDENTIAL)
        .param(credentialId)
        .query(PasskeyReads::passkey)
        .optional()
        .orElse(null);
  }

  @Override
  public int count(UUID account) {
    return jdbc.sql(COUNT).param(account).query(Integer.class).single();
  }

  private static Passkey passkey(ResultSet row, int number) throws SQLException {
    var used = row.getObject("last_used_at", OffsetDateTime.class);
    return new Passkey(
        row.getObject("id", UUID.class),
        row.getObject("account_id", UUID.class),
        row.getString("label"),
        row.getBoolean("backup_state"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        used == null ? null : used.toInstant());
  }
}
