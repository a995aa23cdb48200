package dev.lifeos.auth.app;

import dev.lifeos.starter.paging.Page;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The registered apps. */
@Repository
class Apps {

  private static final UUID ANY = new UUID(-1, -1);
  private static final String COLUMNS =
      "SELECT id, name, homepage, secret_hash IS NULL AS public, redirect_uris, scopes, created_at FROM app ";

  private static final String INSERT =
      """
      INSERT INTO app (id, name, homepage, secret_hash, redirect_uris, scopes, created_at)
      VALUES (:id, :name, :homepage, :secret, cast(:uris AS text[]), cast(:scopes AS text[]), :now)
      """;
  private static final String FIND = COLUMNS + "WHERE id = ? AND removed_at IS NULL";
  private static final String PAGE =
      COLUMNS + "WHERE id < ? AND removed_at IS NULL ORDER BY id DESC LIMIT ?";
  private static final String SECRET =
      "SELECT secret_hash FROM app WHERE id = ? AND removed_at IS NULL";
  private static final String RENEW =
      """
      UPDATE app SET secret_hash = ?
      WHERE id = ? AND secret_hash IS NOT NULL AND removed_at IS NULL
      """;
  private static final String REMOVE =
      "UPDATE app SET removed_at = ? WHERE id = ? AND removed_at IS NULL";

  private final JdbcClient jdbc;

  Apps(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(App app, @Nullable Secret secret) {
    jdbc.sql(INSERT)
        .param("id", app.clientId())
        .param("name", app.name())
        .param("homepage", app.homepage().toString())
        .param("secret", secret == null ? null : secret.digest())
        .param("uris", app.redirectUris().toArray(String[]::new))
        .param("scopes", AppScope.values(app.scopes()).toArray(String[]::new))
        .param("now", utc(app.createdAt()))
        .update();
  }

  Optional<App> find(UUID id) {
    return jdbc.sql(FIND).param(id).query(Apps::app).optional();
  }

  List<App> page(Page page) {
    var after = page.after();
    return jdbc.sql(PAGE)
        .params(after == null ? ANY : after.uuid(0), page.limit())
        .query(Apps::app)
        .list();
  }

  /** The digest of a confidential app's secret. */
  Optional<byte[]> secret(UUID id) {
    return jdbc.sql(SECRET).param(id).query(byte[].class).optional();
  }

  boolean renew(UUID id, Secret secret) {
    return jdbc.sql(RENEW).params(secret.digest(), id).update() == 1;
  }

  boolean remove(UUID id, Instant now) {
    return jdbc.sql(REMOVE).params(utc(now), id).update() == 1;
  }

  private static App app(ResultSet row, int number) throws SQLException {
    return new App(
        row.getObject("id", UUID.class),
        row.getString("name"),
        URI.create(row.getString("homepage")),
        row.getBoolean("public") ? AppKind.PUBLIC : AppKind.CONFIDENTIAL,
        texts(row, "redirect_uris"),
        AppScope.of(texts(row, "scopes")),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }

  static List<String> texts(ResultSet row, String column) throws SQLException {
    return Arrays.asList((String[]) row.getArray(column).getArray());
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
