package dev.lifeos.auth.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeos.test.Servers;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class SigningKeysTest {

  private static final String ONE = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
  private static final String OTHER = "MTEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

  private final DataSource database =
      new DriverManagerDataSource(Servers.newDatabase(), "postgres", "postgres");

  @BeforeEach
  void migrate() {
    Flyway.configure().dataSource(database).load().migrate();
  }

  @Test
  void replicas_that_start_at_once_share_one_key() {
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      var starting =
          IntStream.range(0, 8)
              .mapToObj(index -> CompletableFuture.supplyAsync(() -> keys(ONE), executor))
              .toList();
      var ids = starting.stream().map(keys -> keys.join().current().getKeyID()).distinct();
      assertThat(ids).hasSize(1);
    }
  }

  @Test
  void another_master_key_is_named_as_the_reason() {
    keys(ONE);
    assertThatThrownBy(() -> keys(OTHER)).hasMessageContaining("another master key");
  }

  private SigningKeys keys(String masterKey) {
    return new SigningKeys(
        JdbcClient.create(database),
        new MasterKey(new MasterKeyProperties(masterKey, null)),
        Clock.systemUTC(),
        new TransactionTemplate(new JdbcTransactionManager(database)));
  }
}
