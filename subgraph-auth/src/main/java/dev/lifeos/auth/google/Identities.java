package dev.lifeos.auth.google;

import dev.lifeos.auth.session.WayIn;
import dev.lifeos.starter.ids.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Accounts elsewhere by which people log in. */
@Repository
class Identities implements WayIn {

  private static final String COLUMNS = "id, account_id, provider, email, linked_at, last_used_at";

  private static final String USE =
      """
      UPDATE external_identity SET last_used_at = :now, email = :email
      WHERE provider = :provider AND subject = :subject
      RETURNING account_id
      """;
  private static final String FIND =
      "SELECT %s FROM external_identity WHERE provider = :provider AND subject = :subject"
          .formatted(COLUMNS);

  // One statement, so that of two accounts that link one identity at once one finds it taken.
  private static final String INSERT =
      """
      INSERT INTO external_identity (id, account_id, provider, subject, email, linked_at)
      VALUES (:id, :account, :provider, :subject, :email, :now)
      ON CONFLICT (provider, subject) DO NOTHING
      RETURNING %s
      """
          .formatted(COLUMNS);
  private static final String DELETE =
      "DELETE FROM external_identity WHERE id = :id AND account_id = :account RETURNING email";
  private static final String COUNT = "SELECT count(*) FROM external_identity WHERE account_id = ?";
  private static final String OF_OWNERS =
      """
      SELECT %s FROM external_identity WHERE account_id = ANY (cast(:owners AS uuid[]))
      ORDER BY account_id, linked_at, id
      """
          .formatted(COLUMNS);

  private final JdbcClient jdbc;
  private final Clock clock;

  Identities(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public int count(UUID account) {
    return jdbc.sql(COUNT).param(account).query(Integer.class).single();
  }

  /** Whose account it is, who logs in by it now. */
  Optional<UUID> use(GoogleProfile google) {
    return jdbc.sql(USE)
        .param("now", now())
        .param("email", google.email())
        .param("provider", OAuthProvider.GOOGLE.name())
        .param("subject", google.subject())
        .query(UUID.class)
        .optional();
  }

  Optional<ExternalIdentity> find(GoogleProfile google) {
    return jdbc.sql(FIND)
        .param("provider", OAuthProvider.GOOGLE.name())
        .param("subject", google.subject())
        .query(Identities::identity)
        .optional();
  }

  /** Empty where it belongs to an account already. */
  Optional<ExternalIdentity> add(UUID account, GoogleProfile google) {
    return jdbc.sql(INSERT)
        .param("id", Ids.next())
        .param("account", account)
        .param("provider", OAuthProvider.GOOGLE.name())
        .param("subject", google.subject())
        .param("email", google.email())
        .param("now", now())
        .query(Identities::identity)
        .optional();
  }

  /** The address of the one that is gone; empty where the account has no such. */
  Optional<String> remove(UUID id, UUID account) {
    return jdbc.sql(DELETE)
        .param("id", id)
        .param("account", account)
        .query(String.class)
        .optional();
  }

  List<ExternalIdentity> of(Set<UUID> owners) {
    return jdbc.sql(OF_OWNERS)
        .param("owners", owners.toArray(UUID[]::new))
        .query(Identities::identity)
        .list();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static ExternalIdentity identity(ResultSet row, int number) throws SQLException {
    var used = row.getObject("last_used_at", OffsetDateTime.class);
    return new ExternalIdentity(
        row.getObject("id", UUID.class),
        row.getObject("account_id", UUID.class),
        OAuthProvider.valueOf(row.getString("provider")),
        row.getString("email"),
        row.getObject("linked_at", OffsetDateTime.class).toInstant(),
        used == null ? null : used.toInstant());
  }
}
