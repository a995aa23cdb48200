package dev.lifeos.launcher.postgres;

import dev.lifeos.launcher.home.Secrets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;

/** A database for each subgraph, owned by a user that can connect to no other. */
final class Databases {
  private final Secrets secrets;
  private final int port;
  private final List<String> names;

  Databases(Secrets secrets, int port, List<String> names) {
    this.secrets = secrets;
    this.port = port;
    this.names = names;
  }

  /** Makes what is missing; false while the server does not answer. */
  boolean ensured() {
    try (Connection connection = connect()) {
      closeToOthers(connection, "postgres");
      closeToOthers(connection, "template1");
      for (String name : names) {
        ensure(connection, name);
      }
      return true;
    } catch (SQLException e) {
      return false;
    }
  }

  private Connection connect() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", "postgres");
    properties.setProperty("password", secrets.password("postgres"));
    properties.setProperty("connectTimeout", "5");
    properties.setProperty("sslmode", "disable");
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + port + "/postgres", properties);
  }

  private void ensure(Connection connection, String name) throws SQLException {
    String verb =
        exists(connection, "select 1 from pg_roles where rolname = ?", name) ? "alter" : "create";
    execute(
        connection,
        "%s role %s login nosuperuser nocreatedb nocreaterole password '%s'"
            .formatted(verb, name, secrets.password("database-" + name)));
    if (!exists(connection, "select 1 from pg_database where datname = ?", name)) {
      execute(connection, "create database %s owner %s".formatted(name, name));
    }
    closeToOthers(connection, name);
  }

  private static void closeToOthers(Connection connection, String database) throws SQLException {
    execute(connection, "revoke all on database %s from public".formatted(database));
  }

  private static boolean exists(Connection connection, String query, String name)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, name);
      return statement.executeQuery().next();
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
