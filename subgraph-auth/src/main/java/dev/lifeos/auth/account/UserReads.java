package dev.lifeos.auth.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads many people by one statement. */
@Repository
class UserReads {

  private static final String BY_ID =
      """
      SELECT id, email, email_verified, full_name, phone_number, time_zone, locale, admin, created_at,
        session_epoch
      FROM account WHERE id = ANY (cast(:ids AS uuid[]))
      """;

  private final JdbcClient jdbc;

  UserReads(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<User> byId(Set<UUID> ids) {
    return jdbc.sql(BY_ID).param("ids", ids.toArray(UUID[]::new)).query(UserReads::user).list();
  }

  private static User user(ResultSet row, int number) throws SQLException {
    return new User(
        row.getObject("id", UUID.class),
        row.getString("email"),
        row.getBoolean("email_verified"),
        row.getString("full_name"),
        row.getString("phone_number"),
        ZoneId.of(row.getString("time_zone")),
        Locale.forLanguageTag(row.getString("locale")),
        User.roles(row.getBoolean("admin")),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getInt("session_epoch"));
  }
}
