package dev.lifeos.auth.admin;

import dev.lifeos.auth.account.UserAccount;
import dev.lifeos.starter.access.Role;
import dev.lifeos.starter.paging.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Accounts as administrators see and change them. */
@Repository
class AccountRows {

  // The last character there is: whatever begins like the prefix lies before it.
  private static final String LAST = new String(Character.toChars(Character.MAX_CODE_POINT));

  private static final String PAGE =
      """
      SELECT id, email, full_name, admin, created_at FROM account a
      WHERE email COLLATE "C" >= :prefix AND email COLLATE "C" < :end AND email COLLATE "C" > :after
        AND (cast(:admin AS boolean) IS NULL OR admin = :admin)
        AND (cast(:locked AS boolean) IS NULL OR :locked = EXISTS (
          SELECT FROM account_lock l WHERE l.account_id = a.id AND l.until > :now))
      ORDER BY email COLLATE "C" LIMIT :limit
      """;
  private static final String FIND =
      "SELECT id, email, full_name, admin, created_at FROM account WHERE id = ?";

  // What starts a session for the person meanwhile waits, or is waited for.
  private static final String HOLD = FIND + " FOR UPDATE";
  private static final String SET_ADMIN =
      "UPDATE account SET admin = :admin, version = version + 1 WHERE id = :id AND admin <> :admin";

  private final JdbcClient jdbc;
  private final Clock clock;

  AccountRows(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  List<UserAccount> page(UserFilter filter, Page page) {
    var after = page.after();
    return jdbc.sql(PAGE)
        .param("prefix", filter.prefix())
        .param("end", filter.prefix() + LAST)
        .param("after", after == null ? "" : after.text(0))
        .param("admin", filter.administrators())
        .param("locked", filter.locked())
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("limit", page.limit())
        .query(AccountRows::account)
        .list();
  }

  Optional<UserAccount> find(UUID id) {
    return jdbc.sql(FIND).param(id).query(AccountRows::account).optional();
  }

  /** The same, and nobody else changes it until the transaction ends. */
  Optional<UserAccount> hold(UUID id) {
    return jdbc.sql(HOLD).param(id).query(AccountRows::account).optional();
  }

  /** False where it was so already. */
  boolean setAdministrator(UUID id, boolean admin) {
    return jdbc.sql(SET_ADMIN).param("id", id).param("admin", admin).update() == 1;
  }

  private static UserAccount account(ResultSet row, int number) throws SQLException {
    return new UserAccount(
        row.getObject("id", UUID.class),
        row.getString("email"),
        row.getString("full_name"),
        row.getBoolean("admin") ? List.of(Role.USER, Role.ADMIN) : List.of(Role.USER),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }
}
