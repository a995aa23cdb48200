package dev.lifeos.launcher.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeos.launcher.home.Home;
import dev.lifeos.launcher.net.Ports;
import dev.lifeos.launcher.process.SupervisedServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTest {
  @TempDir Path folder;
  private final int port = Ports.free(1).getFirst();
  private Map<String, String> environment = Map.of();

  @Test
  void eachSubgraphHasADatabaseOfItsOwnAndWhatIsKeptSurvivesARestart() throws Exception {
    Home home = home();
    try (SupervisedServer server = server(home)) {
      execute("auth", "create table kept (word text); insert into kept values ('still here')");

      assertThat(ask("auth", "show fsync") + ask("auth", "show synchronous_commit"))
          .isEqualTo("onon");
      assertThat(ask("auth", "show listen_addresses")).isEqualTo("127.0.0.1");
      refuses("auth", password("auth"), "health", "permission denied");
      refuses("auth", password("auth"), "postgres", "permission denied");
      refuses("auth", "", "auth", "password");
      refuses("auth", password("health"), "auth", "password authentication failed");
    }
    try (SupervisedServer server = server(home)) {
      assertThat(ask("auth", "select word from kept")).isEqualTo("still here");
    }
  }

  @Test
  void aSettingOfTheEnvironmentWinsOverOurs() throws Exception {
    environment = Map.of("LIFEOS_POSTGRES_SETTINGS", " shared_buffers=128MB  work_mem=8MB ");

    try (SupervisedServer server = server(home())) {
      assertThat(ask("auth", "show shared_buffers") + " " + ask("auth", "show work_mem"))
          .isEqualTo("128MB 8MB");
      assertThat(ask("auth", "show fsync")).isEqualTo("on");
    }
  }

  private SupervisedServer server(Home home) {
    return new SupervisedServer(
        new PostgresServer(home, port, List.of("auth", "health"), environment), home.logs());
  }

  private void refuses(String user, String password, String database, String why) {
    assertThatThrownBy(() -> connect(user, password, database).close())
        .isInstanceOf(SQLException.class)
        .hasMessageContaining(why);
  }

  private void execute(String user, String sql) throws SQLException {
    try (Connection connection = connect(user, password(user), user);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private String ask(String user, String sql) throws SQLException {
    try (Connection connection = connect(user, password(user), user);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private Connection connect(String user, String password, String database) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database), user, password);
  }

  private String password(String database) {
    return home().secrets().password("database-" + database);
  }

  private Home home() {
    Home home = new Home(folder, folder.resolve("local"), folder.resolve("cache"));
    home.create();
    return home;
  }
}
