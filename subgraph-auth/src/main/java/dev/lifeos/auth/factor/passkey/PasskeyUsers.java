package dev.lifeos.auth.factor.passkey;

import dev.lifeos.auth.account.User;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.stereotype.Repository;

/** People as authenticators know them: by a random handle, and by what to show. */
@Repository
class PasskeyUsers implements PublicKeyCredentialUserEntityRepository {

  private static final String FIND =
      """
      SELECT u.handle, a.email, a.full_name FROM passkey_user u JOIN account a ON a.id = u.account_id
      """;
  private static final String BY_HANDLE = FIND + "WHERE u.handle = ?";
  private static final String BY_NAME = FIND + "WHERE a.email = ?";
  private static final String SAVE =
      """
      INSERT INTO passkey_user (account_id, handle) SELECT id, ? FROM account WHERE email = ?
      ON CONFLICT (account_id) DO NOTHING
      """;
  private static final String DELETE = "DELETE FROM passkey_user WHERE handle = ?";

  private final JdbcClient jdbc;

  PasskeyUsers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The person, with a new handle where they had none. */
  PublicKeyCredentialUserEntity of(User person) {
    save(entity(Bytes.random(), person.email(), person.fullName()));
    return Objects.requireNonNull(findByUsername(person.email()));
  }

  @Override
  public @Nullable PublicKeyCredentialUserEntity findById(Bytes id) {
    return jdbc.sql(BY_HANDLE)
        .param(id.getBytes())
        .query(PasskeyUsers::entity)
        .optional()
        .orElse(null);
  }

  @Override
  public @Nullable PublicKeyCredentialUserEntity findByUsername(String username) {
    return jdbc.sql(BY_NAME).param(username).query(PasskeyUsers::entity).optional().orElse(null);
  }

  /** Keeps the handle; what is shown is the account's. */
  @Override
  public void save(PublicKeyCredentialUserEntity user) {
    jdbc.sql(SAVE).params(user.getId().getBytes(), user.getName()).update();
  }

  @Override
  public void delete(Bytes id) {
    jdbc.sql(DELETE).param(id.getBytes()).update();
  }

  private static PublicKeyCredentialUserEntity entity(ResultSet row, int number)
      throws SQLException {
    return entity(new Bytes(row.getBytes(1)), row.getString(2), row.getString(3));
  }

  private static PublicKeyCredentialUserEntity entity(Bytes handle, String name, String shown) {
    return ImmutablePublicKeyCredentialUserEntity.builder()
        .id(handle)
        .name(name)
        .displayName(shown)
        .build();
  }
}
