package dev.lifeos.auth.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.lifeos.test.Servers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class SigningKeysTest {

  private static final String ONE = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
  private static final String OTHER = "MTEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
  private static final String THIRD = "MjEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
  private static final Duration CACHED = Duration.ofMinutes(10);

  private final HikariDataSource database = database();
  private final JdbcClient jdbc = JdbcClient.create(database);
  private final TransactionTemplate transaction =
      new TransactionTemplate(new JdbcTransactionManager(database));
  private final Hands clock = new Hands();

  @BeforeEach
  void migrate() {
    Flyway.configure().dataSource(database).load().migrate();
  }

  @AfterEach
  void close() {
    database.close();
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

  /**
   * An hour in steps of five seconds: two replicas that read the database at different moments, and
   * a verifier that keeps a JWKS for as long as caches may. Each token is good from the second that
   * it is issued in to that in which it ends.
   */
  @Test
  void no_token_is_refused_while_a_key_takes_over_from_another() {
    var one = keys(ONE);
    var two = keys(ONE);
    var issued = new ArrayList<Issued>();
    var cached = ids(one);
    var fetched = clock.instant();
    var signedBy = new LinkedHashSet<String>();
    for (var step = 0; step < 720; step++) {
      clock.ahead(Duration.ofSeconds(5));
      if (step == 12) {
        rotation(one).rotate();
      }
      (step % 2 == 0 ? one : two).readAgain();
      var now = clock.instant();
      if (Duration.between(fetched, now).compareTo(CACHED) >= 0) {
        cached = ids(step % 2 == 0 ? two : one);
        fetched = now;
      }
      issued.add(new Issued(one.current().getKeyID(), now));
      issued.add(new Issued(two.current().getKeyID(), now));
      issued.removeIf(token -> token.at().plus(AccessTokens.LIFETIME).isBefore(now));
      assertThat(cached).containsAll(issued.stream().map(Issued::key).collect(Collectors.toSet()));
      assertThat(ids(one)).contains(two.current().getKeyID());
      signedBy.add(one.current().getKeyID());
    }
    assertThat(signedBy).hasSize(2);
    assertThat(ids(one)).containsExactly(signedBy.getLast());
  }

  @Test
  void a_key_that_has_been_replaced_verifies_no_more_and_is_deleted() {
    var keys = keys(ONE);
    var old = keys.current().getKeyID();
    var rotation = rotation(keys);
    rotation.rotate();
    assertThat(keys.current().getKeyID()).isEqualTo(old);
    assertThat(ids(keys)).hasSize(2);
    clock.ahead(SigningKeys.PUBLISHED_BEFORE);
    assertThat(keys.current().getKeyID()).isNotEqualTo(old);
    assertThat(ids(keys)).hasSize(2);
    clock.ahead(SigningKeys.PUBLISHED_AFTER);
    assertThat(ids(keys)).hasSize(1).doesNotContain(old);
    rotation.rotateWhereDue();
    assertThat(jdbc.sql("SELECT kid FROM signing_key").query(String.class).list())
        .hasSize(1)
        .doesNotContain(old);
  }

  @Test
  void keys_are_renewed_by_themselves_once_a_month_by_one_of_many_replicas() {
    var keys = keys(ONE);
    rotation(keys).rotateWhereDue();
    assertThat(ids(keys)).hasSize(1);
    clock.ahead(Duration.ofDays(30));
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      var replicas =
          IntStream.range(0, 8)
              .mapToObj(index ->
                  CompletableFuture.runAsync(() -> rotation(keys(ONE)).rotateWhereDue(), executor))
              .toList();
      replicas.forEach(CompletableFuture::join);
    }
    keys.readAgain();
    assertThat(ids(keys)).hasSize(2);
  }

  @Test
  void to_rotate_again_while_a_key_waits_to_sign_makes_no_third() {
    var keys = keys(ONE);
    var rotation = rotation(keys);
    assertThat(rotation.rotate()).isEqualTo(rotation.rotate());
    assertThat(ids(keys)).hasSize(2);
  }

  @Test
  void keys_in_the_wrong_hands_are_withdrawn_at_once() {
    var one = keys(ONE);
    var two = keys(ONE);
    var stolen = one.current().getKeyID();
    var rotation = rotation(one);
    rotation.rotate();
    rotation.replace();
    two.readAgain();
    assertThat(ids(one)).hasSize(1).doesNotContain(stolen).isEqualTo(ids(two));
    assertThat(ids(one)).containsExactly(two.current().getKeyID());
  }

  @Test
  void all_keys_are_wrapped_under_a_new_master_key_and_secrets_open_as_before() {
    var signing = keys(ONE).current().getKeyID();
    var sealed = vault(master(ONE)).seal("secret", "context");
    var both = new MasterKey(new MasterKeyProperties(OTHER, null, ONE, null));
    assertThat(keys(both).current().getKeyID()).isEqualTo(signing);
    assertThat(vault(both).open(sealed, "context")).isEqualTo("secret");
    var command = new RotateMasterKey(jdbc, both, transaction);
    assertThat(command.run()).isZero();
    assertThat(command.run()).isZero();
    assertThat(keys(OTHER).current().getKeyID()).isEqualTo(signing);
    assertThat(vault(master(OTHER)).open(sealed, "context")).isEqualTo("secret");
    assertThatThrownBy(() -> keys(ONE)).hasMessageContaining("another master key");
  }

  @Test
  void with_a_wrong_previous_master_key_nothing_is_changed() {
    keys(ONE);
    vault(master(ONE)).seal("secret", "context");
    var wrong = new MasterKey(new MasterKeyProperties(OTHER, null, THIRD, null));
    assertThat(new RotateMasterKey(jdbc, wrong, transaction).run()).isEqualTo(1);
    assertThat(keys(ONE).current()).isNotNull();
  }

  private static HikariDataSource database() {
    var source = new HikariDataSource();
    source.setJdbcUrl(Servers.newDatabase());
    source.setUsername("postgres");
    source.setPassword("postgres");
    return source;
  }

  private SigningKeys keys(String masterKey) {
    return keys(master(masterKey));
  }

  private SigningKeys keys(MasterKey master) {
    return new SigningKeys(new SigningKeyRows(jdbc, master), transaction, clock);
  }

  private SigningKeyRotation rotation(SigningKeys keys) {
    return new SigningKeyRotation(
        new SigningKeyRows(jdbc, master(ONE)),
        keys,
        new SigningKeyProperties(Duration.ofDays(30)),
        transaction,
        clock);
  }

  private Vault vault(MasterKey master) {
    return new Vault(new DataKeys(jdbc, master, clock));
  }

  private static MasterKey master(String key) {
    return new MasterKey(new MasterKeyProperties(key, null));
  }

  private static Set<String> ids(SigningKeys keys) {
    return keys.publicKeys().getKeys().stream()
        .map(key -> key.getKeyID())
        .collect(Collectors.toSet());
  }

  private record Issued(String key, Instant at) {}

  /** A clock that a test moves. */
  private static final class Hands extends Clock {

    private volatile Instant now = Instant.parse("2026-03-01T12:00:00Z");

    void ahead(Duration duration) {
      now = now.plus(duration);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
