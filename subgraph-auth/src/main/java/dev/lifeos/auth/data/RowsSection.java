package dev.lifeos.auth.data;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of a query, written as JSON by the database. */
record RowsSection(String name, JdbcClient jdbc, String sql) implements ExportSection {

  private static final String AS_JSON =
      "SELECT coalesce(json_agg(row_to_json(rows)), '[]') FROM (%s) AS rows";

  @Override
  public String json(UUID account) {
    return jdbc.sql(AS_JSON.formatted(sql)).param(account).query(String.class).single();
  }
}
