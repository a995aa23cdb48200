package dev.lifeos.auth.key;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import dev.lifeos.auth.AuthTest;
import dev.lifeos.starter.access.AuthProperties;
import dev.lifeos.starter.access.SignedToken;
import dev.lifeos.starter.ids.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@Import(KeyRotationTest.Secrets.class)
class KeyRotationTest extends AuthTest {

  private static final int SECRETS = 250;

  @Autowired private SigningKeyRotation signing;
  @Autowired private SigningKeys keys;
  @Autowired private RotateDataKey command;
  @Autowired private DataKeyRotation rotation;
  @Autowired private Vault vault;
  @Autowired private SealedRows secrets;
  @Autowired private JdbcClient jdbc;
  @Autowired private AuthProperties auth;

  @Test
  void under_load_no_request_fails_while_a_key_takes_over_and_tokens_of_the_old_one_end() {
    var people = IntStream.range(0, 4).mapToObj(index -> somebody()).toList();
    var old = keys.current();
    var before = old.getKeyID();
    var running = new AtomicBoolean(true);
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      var clients =
          people.stream()
              .map(person -> CompletableFuture.supplyAsync(() -> client(person, running), executor))
              .toList();
      signing.rotate();
      for (var minutes = 1; minutes <= 40; minutes++) {
        clock.ahead(Duration.ofMinutes(minutes));
        graph.get("/.well-known/jwks.json");
      }
      running.set(false);
      var failures = clients.stream().map(CompletableFuture::join).flatMap(List::stream).toList();
      assertThat(failures).isEmpty();
    }
    assertThat(keys.current().getKeyID()).isNotEqualTo(before);
    assertThat(graph.get("/.well-known/jwks.json").body()).doesNotContain(before);
    var person = people.getFirst().id();
    assertThat(graph.as(signed(person, old)).send("{ me { id } }").status()).isEqualTo(401);
    assertThat(graph.as(signed(person, keys.current())).send("{ me { id } }").status())
        .isEqualTo(200);
  }

  private String signed(String person, ECKey key) {
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(auth.issuer())
            .audience(auth.audience())
            .subject(person)
            .expirationTime(Date.from(clock.instant().plusSeconds(60)))
            .claim("scope", "profile:read")
            .build();
    return SignedToken.of(claims, key);
  }

  // Renews its token as clients do, and once more where the clock has jumped on the way.
  private List<String> client(Somebody person, AtomicBoolean running) {
    var failures = new ArrayList<String>();
    var refresh = person.refreshToken();
    while (running.get()) {
      var renewed = refresh(refresh).ok();
      refresh = String.valueOf(renewed.data("refreshSession.session.refreshToken"));
      var token = String.valueOf(renewed.data("refreshSession.session.accessToken"));
      var expiry =
          Instant.parse(
              String.valueOf(renewed.data("refreshSession.session.accessTokenExpiresAt")));
      var answer = graph.as(token).send("{ me { id } }");
      if (answer.status() != 200 && clock.instant().isBefore(expiry)) {
        failures.add(answer.status() + " " + answer.body());
      }
    }
    return failures;
  }

  @Test
  void secrets_are_sealed_anew_and_a_run_that_was_killed_is_taken_up() {
    jdbc.sql("CREATE TABLE IF NOT EXISTS secret (id uuid PRIMARY KEY, key_id text, bytes bytea)")
        .update();
    var ids = IntStream.range(0, SECRETS).mapToObj(index -> Ids.next()).toList();
    ids.forEach(this::add);
    jdbc.sql("INSERT INTO secret (id) VALUES (?)").param(Ids.next()).update();
    var begun = rotation.begin();
    assertThat(rotation.reseal(secrets, begun, Batch.BEGINNING).sealed()).isEqualTo(100);
    // Here it is killed, and run again.
    assertThat(command.run()).isZero();
    assertThat(keysInUse()).containsExactly(begun);
    assertThat(keysOfSecrets()).containsExactly(begun);
    assertThat(ids).allSatisfy(id -> assertThat(opened(id)).isEqualTo("secret of " + id));
    assertThat(command.run()).isZero();
    assertThat(keysInUse()).hasSize(1).doesNotContain(begun);
    assertThat(ids).allSatisfy(id -> assertThat(opened(id)).isEqualTo("secret of " + id));
    spoil(ids.getFirst());
    assertThat(command.run()).isEqualTo(1);
    assertThat(keysInUse()).hasSize(2);
    jdbc.sql("DELETE FROM secret").update();
    assertThat(command.run()).isZero();
    assertThat(keysInUse()).hasSize(1);
  }

  @Test
  void two_runs_at_once_do_the_work_once() {
    jdbc.sql("CREATE TABLE IF NOT EXISTS secret (id uuid PRIMARY KEY, key_id text, bytes bytea)")
        .update();
    var ids = IntStream.range(0, SECRETS).mapToObj(index -> Ids.next()).toList();
    ids.forEach(this::add);
    rotation.begin();
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      var runs =
          IntStream.range(0, 2)
              .mapToObj(index -> CompletableFuture.supplyAsync(command::run, executor))
              .toList();
      assertThat(runs).allSatisfy(run -> assertThat(run.join()).isZero());
    }
    assertThat(ids).allSatisfy(id -> assertThat(opened(id)).isEqualTo("secret of " + id));
    jdbc.sql("DELETE FROM secret").update();
  }

  private void add(UUID id) {
    var sealed = vault.seal("secret of " + id, secrets.context(id.toString()));
    jdbc.sql("INSERT INTO secret (id, key_id, bytes) VALUES (?, ?, ?)")
        .params(id, sealed.keyId(), sealed.bytes())
        .update();
  }

  private void spoil(UUID id) {
    jdbc.sql("UPDATE secret SET bytes = '\\x00' WHERE id = ?").param(id).update();
  }

  private String opened(UUID id) {
    return jdbc.sql("SELECT key_id, bytes FROM secret WHERE id = ?")
        .param(id)
        .query((row, number) ->
            vault.open(
                new Sealed(row.getString(1), row.getBytes(2)), secrets.context(id.toString())))
        .single();
  }

  private List<String> keysOfSecrets() {
    return jdbc.sql("SELECT DISTINCT key_id FROM secret WHERE key_id IS NOT NULL")
        .query((row, number) -> row.getString(1))
        .list();
  }

  private List<String> keysInUse() {
    return jdbc.sql("SELECT id FROM data_key WHERE retired_at IS NULL")
        .query((row, number) -> row.getString(1))
        .list();
  }

  @TestConfiguration(proxyBeanMethods = false)
  static class Secrets {

    @Bean
    SealedRows secrets() {
      return new SealedRows() {
        @Override
        public String table() {
          return "secret";
        }

        @Override
        public String idColumn() {
          return "id";
        }

        @Override
        public String keyColumn() {
          return "key_id";
        }

        @Override
        public String bytesColumn() {
          return "bytes";
        }

        @Override
        public String context(String id) {
          return "secret:" + id;
        }
      };
    }
  }
}
