package dev.lifeos.auth.app;

import dev.lifeos.starter.paging.Page;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the apps of many people by one statement. */
@Repository
class ConnectedApps {

  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");
  private static final UUID ANY = new UUID(-1, -1);

  private static final String PAGE =
      """
      SELECT c.* FROM unnest(cast(:owners AS uuid[])) AS o (id)
      CROSS JOIN LATERAL (
        SELECT s.account_id, a.id, a.name, a.homepage, array_agg(DISTINCT x.scope) AS scopes,
          min(s.created_at) AS since, max(s.last_used_at) AS last_used_at
        FROM session s JOIN app a ON a.id = s.client_id CROSS JOIN unnest(s.scopes) AS x (scope)
        WHERE s.account_id = o.id AND s.client_id IS NOT NULL AND s.revoked_at IS NULL
          AND s.expires_at > :now
        GROUP BY s.account_id, a.id
        HAVING (min(s.created_at), a.id) < (:time, :id)
        ORDER BY min(s.created_at) DESC, a.id DESC LIMIT :limit) c
      ORDER BY c.account_id, c.since DESC, c.id DESC
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  ConnectedApps(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  List<ConnectedApp> page(Set<UUID> owners, Page page) {
    var after = page.after();
    var time = after == null ? LAST : after.instant(0);
    return jdbc.sql(PAGE)
        .param("owners", owners.toArray(UUID[]::new))
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("time", time.atOffset(ZoneOffset.UTC))
        .param("id", after == null ? ANY : after.uuid(1))
        .param("limit", page.limit())
        .query(ConnectedApps::app)
        .list();
  }

  private static ConnectedApp app(ResultSet row, int number) throws SQLException {
    return new ConnectedApp(
        row.getObject("account_id", UUID.class),
        row.getObject("id", UUID.class),
        row.getString("name"),
        URI.create(row.getString("homepage")),
        AppPermission.of(AppScope.of(Apps.texts(row, "scopes"))),
        row.getObject("since", OffsetDateTime.class).toInstant(),
        row.getObject("last_used_at", OffsetDateTime.class).toInstant());
  }
}
