package dev.lifeos.auth.profile.avatar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which pictures there are, and which of them people show. */
@Repository
class AvatarRows {

  private static final Duration UNDER_WAY = Duration.ofHours(1);

  private static final String SHOWN =
      """
      SELECT account_id, name, extension FROM avatar
      WHERE shown AND account_id = ANY (cast(:ids AS uuid[]))
      """;
  private static final String BEGIN =
      "INSERT INTO avatar (name, account_id, extension, created_at) VALUES (?, ?, ?, ?)";
  // One picture after the other, where several arrive at once.
  private static final String LOCK = "SELECT id FROM account WHERE id = ? FOR NO KEY UPDATE";
  private static final String HIDE =
      "UPDATE avatar SET shown = false WHERE account_id = ? AND shown RETURNING name, extension";
  private static final String SHOW = "UPDATE avatar SET shown = true WHERE name = ?";
  private static final String LEFT_OVER =
      """
      SELECT name, extension FROM avatar
      WHERE (NOT shown AND created_at < ?) OR account_id IS NULL LIMIT 1000
      """;
  private static final String DELETE = "DELETE FROM avatar WHERE name = ?";

  private final JdbcClient jdbc;
  private final Clock clock;

  AvatarRows(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  Map<UUID, Avatar> shown(Set<UUID> people) {
    var found = new HashMap<UUID, Avatar>();
    jdbc.sql(SHOWN)
        .param("ids", people.toArray(UUID[]::new))
        .query(row -> {
          found.put(row.getObject("account_id", UUID.class), avatar(row, 0));
        });
    return found;
  }

  void begin(UUID account, Avatar avatar) {
    jdbc.sql(BEGIN).params(avatar.name(), account, avatar.extension(), now()).update();
  }

  /** In a transaction: false where the account is gone. */
  boolean lock(UUID account) {
    return jdbc.sql(LOCK).param(account).query(UUID.class).optional().isPresent();
  }

  /** In the same transaction: what was shown until now. */
  Optional<Avatar> hide(UUID account) {
    return jdbc.sql(HIDE).param(account).query(AvatarRows::avatar).optional();
  }

  void show(Avatar avatar) {
    jdbc.sql(SHOW).param(avatar.name()).update();
  }

  /** What nobody shows and is not just being stored. */
  List<Avatar> leftOver() {
    return jdbc.sql(LEFT_OVER).param(now().minus(UNDER_WAY)).query(AvatarRows::avatar).list();
  }

  void delete(Avatar avatar) {
    jdbc.sql(DELETE).param(avatar.name()).update();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static Avatar avatar(ResultSet row, int number) throws SQLException {
    return new Avatar(row.getString("name"), row.getString("extension"));
  }
}
