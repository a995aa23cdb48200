package dev.lifeos.auth.admin;

import dev.lifeos.auth.oversight.AdminAction;
import dev.lifeos.starter.paging.Connection;
import dev.lifeos.starter.paging.Cursor;
import dev.lifeos.starter.paging.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what administrators did. */
@Repository
class AdminEvents {

  private static final UUID ANY = new UUID(-1, -1);

  private static final String PAGE =
      """
      SELECT id, action, administrator_id, account_id, detail, ip, at FROM admin_event
      WHERE id < :before
        AND (cast(:administrator AS uuid) IS NULL OR administrator_id = :administrator)
        AND (cast(:account AS uuid) IS NULL OR account_id = :account)
      ORDER BY id DESC LIMIT :limit
      """;

  private final JdbcClient jdbc;

  AdminEvents(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Connection<AdminEvent> page(AdminEventFilter filter, Page page) {
    var after = page.after();
    var rows =
        jdbc.sql(PAGE)
            .param("before", after == null ? ANY : after.uuid(0))
            .param("administrator", filter.administratorId())
            .param("account", filter.userId())
            .param("limit", page.limit())
            .query(AdminEvents::event)
            .list();
    return Connection.of(rows, page, event -> Cursor.of(event.id()));
  }

  private static AdminEvent event(ResultSet row, int number) throws SQLException {
    return new AdminEvent(
        row.getObject("id", UUID.class),
        AdminAction.valueOf(row.getString("action")),
        row.getObject("administrator_id", UUID.class),
        row.getObject("account_id", UUID.class),
        row.getString("detail"),
        row.getString("ip"),
        row.getObject("at", OffsetDateTime.class).toInstant());
  }
}
