package dev.lifeos.auth.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lifeos.test.Answer;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Log-ins at the very moment in which all sessions of the person end. */
class EndedMeanwhileTest extends AdminTest {

  private static final String OTHER = "another-lantern-under-oak";

  @Autowired private JdbcClient jdbc;
  @Autowired private TransactionTemplate transaction;

  @Test
  void who_logs_in_by_the_old_password_while_it_is_changed_does_not_get_in() {
    var ann = somebody();
    var input = Map.of("currentPassword", PASSWORD, "newPassword", OTHER);
    var login = loginWhile(ann, () -> mutate(as(ann), "changePassword", input, "errors { code }"));
    assertThat(login.data("login.errors.0.code")).isEqualTo("CONFLICT");
    assertThat(login.data("login.session")).isNull();
    assertThat(login(ann.email(), OTHER).ok().data("login.user.id")).isEqualTo(ann.id());
  }

  @Test
  void who_logs_in_while_the_account_is_locked_does_not_get_in() {
    var ann = somebody();
    var until = clock.instant().plus(Duration.ofDays(1)).toString();
    var input = Map.of("userId", ann.id(), "until", until, "reason", "lost laptop");
    var admin = admin();
    var login = loginWhile(ann, () -> mutate(admin, "lockAccount", input, CHANGE));
    assertThat(login.data("login.errors.0.code")).isEqualTo("CONFLICT");
    assertThat(login.data("login.session")).isNull();
  }

  // Both wait for the account, the end of the sessions first.
  private Answer loginWhile(Somebody person, Supplier<Answer> ends) {
    var running =
        transaction.execute(status -> {
          jdbc.sql("SELECT FROM account WHERE id = ? FOR UPDATE")
              .param(UUID.fromString(person.id()))
              .query(row -> {});
          var ending = CompletableFuture.supplyAsync(ends);
          awaitWaiting(1);
          var login = CompletableFuture.supplyAsync(() -> login(person.email(), PASSWORD));
          awaitWaiting(2);
          return login.thenCombine(
              ending,
              (answer, ended) -> {
                ended.ok();
                return answer.ok();
              });
        });
    return running.join();
  }

  private void awaitWaiting(int howMany) {
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(waiting()).isEqualTo(howMany));
  }

  private Integer waiting() {
    return jdbc.sql(
            """
            SELECT count(DISTINCT pid) FROM pg_locks
            WHERE NOT granted AND locktype IN ('transactionid', 'tuple')
            """)
        .query(Integer.class)
        .single();
  }
}
