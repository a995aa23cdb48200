package dev.lifeos.auth.audit;

import dev.lifeos.starter.paging.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the events of many people by one statement. */
@Repository
class SecurityEventReads {

  private static final String PAGE =
      """
      SELECT e.* FROM unnest(cast(:owners AS uuid[])) AS o (id)
      CROSS JOIN LATERAL (
        SELECT seq, id, account_id, type, at, content FROM security_event
        WHERE account_id = o.id AND seq < :before
        ORDER BY seq DESC LIMIT :limit) e
      ORDER BY e.account_id, e.seq DESC
      """;

  private final JdbcClient jdbc;

  SecurityEventReads(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<SecurityEvent> page(Set<UUID> owners, Page page) {
    var after = page.after();
    return jdbc.sql(PAGE)
        .param("owners", owners.toArray(UUID[]::new))
        .param("before", after == null ? Long.MAX_VALUE : after.number(0))
        .param("limit", page.limit())
        .query(SecurityEventReads::event)
        .list();
  }

  private static SecurityEvent event(ResultSet row, int number) throws SQLException {
    var content = row.getString("content");
    return new SecurityEvent(
        row.getLong("seq"),
        row.getObject("id", UUID.class),
        row.getObject("account_id", UUID.class),
        SecurityEventType.valueOf(row.getString("type")),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        content == null ? null : EventContent.parse(content));
  }
}
