package dev.lifeos.auth.data;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A file of the copy that people may have of their data; a bean for each kind of data. */
public interface ExportSection {

  /** The file's name without {@code .json}: small letters and hyphens. */
  String name();

  /** What there is of that person, as JSON; no secrets. */
  String json(UUID account);

  /**
   * The rows of a query.
   *
   * @param sql with one parameter, the account; its columns name the members
   */
  static ExportSection of(String name, JdbcClient jdbc, String sql) {
    return new RowsSection(name, jdbc, sql);
  }
}
