package dev.lifeos.auth.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeos.auth.AuthTest;
import dev.lifeos.test.Answer;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class SecurityLogTest extends AuthTest {

  private static final String EVENTS =
      """
      { me { securityEvents(first: 100) {
        edges { node { id type at device ipAddress detail } cursor } pageInfo { hasNextPage } } } }
      """;

  @Autowired private JdbcClient jdbc;
  @Autowired private SecurityLog log;
  @Autowired private AuditCommand command;
  @Autowired private TransactionTemplate transaction;

  @Test
  void a_person_sees_what_happened_to_their_account_and_nobody_elses() {
    var ann = somebody();
    somebody();
    var firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
    var from = graph.with("User-Agent", firefox).with("X-Forwarded-For", "192.0.2.7");
    mutate(from, "login", Map.of("email", ann.email(), "password", "not-it"), SESSION).ok();
    mutate(from, "login", Map.of("email", ann.email(), "password", PASSWORD), SESSION).ok();
    var seen = graph.as(ann.accessToken()).send(EVENTS).ok();
    assertThat(types(seen)).isEqualTo("[LOGGED_IN, LOGIN_FAILED, LOGGED_IN, REGISTERED]");
    assertThat(seen.data("me.securityEvents.edges.0.node.device")).isEqualTo("Firefox on Linux");
    assertThat(seen.data("me.securityEvents.edges.0.node.ipAddress")).isEqualTo("192.0.2.7");
    assertThat(seen.data("me.securityEvents.edges.0.node.detail")).isEqualTo("method: PASSWORD");
  }

  @Test
  void events_come_in_pages() {
    var ann = graph.as(somebody().accessToken());
    var first =
        ann.send(
                "{ me { securityEvents(first: 1) { edges { node { type } } pageInfo { endCursor hasNextPage } } } }")
            .ok();
    assertThat(first.data("me.securityEvents.edges.0.node.type")).isEqualTo("LOGGED_IN");
    var second =
        ann.send(
                "query ($after: String) { me { securityEvents(first: 1, after: $after) { edges { node { type } } pageInfo { hasNextPage } } } }",
                Map.of("after", String.valueOf(first.data("me.securityEvents.pageInfo.endCursor"))))
            .ok();
    assertThat(second.data("me.securityEvents.edges.0.node.type")).isEqualTo("REGISTERED");
    assertThat(second.at("me.securityEvents.pageInfo.hasNextPage").asBoolean()).isFalse();
  }

  @Test
  void the_chain_is_whole_also_after_many_at_once_and_after_forgetting() {
    var account = UUID.randomUUID();
    atOnce(
        40,
        () -> {
          log.record(account, SecurityEventType.ADMIN_READ, Map.of("by", "a test"));
          return graph.send("{ __typename }");
        });
    assertThat(command.run()).isZero();
    log.erase(account);
    assertThat(contents(account)).isZero();
    assertThat(command.run()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE security_event SET type = 'LOGGED_OUT' WHERE account_id = ?",
        "UPDATE security_event SET content = '{}' WHERE account_id = ?",
        "UPDATE security_event SET at = at + interval '1 second' WHERE account_id = ?",
        "UPDATE security_event SET account_id = gen_random_uuid() WHERE account_id = ?",
        "DELETE FROM security_event WHERE account_id = ?"
      })
  void a_changed_or_missing_event_is_refused_and_where_it_is_forced_it_shows(String forgery) {
    var account = UUID.randomUUID();
    log.record(account, SecurityEventType.LOGGED_IN, Map.of("method", "PASSWORD"));
    log.record(UUID.randomUUID(), SecurityEventType.LOGGED_IN, Map.of());
    assertThatThrownBy(() -> jdbc.sql(forgery).param(account).update())
        .hasMessageContaining("append-only");
    transaction.executeWithoutResult(status -> {
      // As who owns the database could.
      jdbc.sql("SET LOCAL session_replication_role = replica").update();
      jdbc.sql(forgery).param(account).update();
      assertThat(command.run()).isEqualTo(1);
      status.setRollbackOnly();
    });
    assertThat(command.run()).isZero();
  }

  private long contents(UUID account) {
    return jdbc.sql(
            "SELECT count(*) FROM security_event WHERE account_id = ? AND content IS NOT NULL")
        .param(account)
        .query(Long.class)
        .single();
  }

  private static String types(Answer answer) {
    return answer.list("me.securityEvents.edges").stream()
        .map(edge -> edge.at("/node/type").asString())
        .toList()
        .toString();
  }
}
