package dev.lifeos.auth.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeos.test.Answer;
import dev.lifeos.test.Graph;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

class UserSearchTest extends AdminTest {

  private static final String PAGE =
      """
      query ($filter: UserFilter, $first: Int, $after: String) {
        users(filter: $filter, first: $first, after: $after) {
          edges { node { id email fullName roles createdAt lock { until } } cursor }
          pageInfo { hasNextPage endCursor }
        }
      }
      """;

  @Autowired private JdbcClient jdbc;

  @Test
  void people_are_found_by_the_beginning_of_their_address() {
    var ann = somebody();
    somebody();
    var prefix = ann.email().substring(0, 20).toUpperCase(Locale.ROOT);
    var found = page(admin(), Map.of("filter", Map.of("emailPrefix", prefix))).ok();
    assertThat(found.list("users.edges")).hasSize(1);
    assertThat(found.data("users.edges.0.node.id")).isEqualTo(ann.id());
    assertThat(found.at("users.edges.0.node.lock").isNull()).isTrue();
  }

  @Test
  void signs_of_patterns_are_signs_like_others() {
    somebody();
    for (var prefix : List.of("%", "_", "%@example.org", "\\", "'")) {
      var found = page(admin(), Map.of("filter", Map.of("emailPrefix", prefix))).ok();
      assertThat(found.list("users.edges")).as(prefix).isEmpty();
    }
  }

  @Test
  void people_page_in_the_order_of_their_addresses() {
    var admin = admin();
    for (var person = 0; person < 5; person++) {
      somebody();
    }
    var emails = new ArrayList<String>();
    String after = null;
    do {
      var answer =
          page(admin, after == null ? Map.of("first", 2) : Map.of("first", 2, "after", after)).ok();
      emails.addAll(answer.at("users.edges").findValuesAsString("email"));
      after =
          answer.at("users.pageInfo.hasNextPage").asBoolean() && emails.size() < 8
              ? answer.data("users.pageInfo.endCursor")
              : null;
    } while (after != null);
    assertThat(emails).hasSizeGreaterThanOrEqualTo(6).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void people_are_found_by_role_and_by_lock() {
    var ann = somebody();
    var until = clock.instant().plus(Duration.ofDays(1)).toString();
    var lock = Map.of("userId", ann.id(), "until", until, "reason", "a chargeback");
    mutate(admin(), "lockAccount", lock, CHANGE).ok();
    var locked =
        page(admin(), Map.of("filter", Map.of("emailPrefix", ann.email(), "locked", true))).ok();
    assertThat(locked.data("users.edges.0.node.id")).isEqualTo(ann.id());
    assertThat(locked.data("users.edges.0.node.lock.until")).isNotNull();
    assertThat(
            page(admin(), Map.of("filter", Map.of("emailPrefix", ann.email(), "locked", false)))
                .ok()
                .list("users.edges"))
        .isEmpty();
    var admins = page(admin(), Map.of("filter", Map.of("administrators", true))).ok();
    assertThat(admins.at("users.edges").findValuesAsString("email"))
        .contains(FIRST)
        .doesNotContain(ann.email());
  }

  @Test
  void whom_an_administrator_looks_at_sees_it_and_by_whom_and_not_from_where() {
    var ann = somebody();
    var bob = somebody();
    var admin = admin().with("X-Forwarded-For", "203.0.113.9").with("User-Agent", "Netscape");
    page(admin, Map.of("filter", Map.of("emailPrefix", ann.email()))).ok();
    admin.send("query ($id: ID!) { user(id: $id) { email } }", Map.of("id", ann.id())).ok();
    admin
        .send("query ($id: ID!) { user(id: $id) { email } }", Map.of("id", UUID.randomUUID()))
        .ok();
    var events = events(ann.email());
    assertThat(events.at("me.securityEvents.edges").findValuesAsString("type"))
        .containsSubsequence("ADMIN_READ", "ADMIN_READ");
    assertThat(events.body())
        .contains("administrator: " + idOf(admin))
        .doesNotContain("203.0.113.9", "Netscape");
    assertThat(events(bob.email()).body()).doesNotContain("ADMIN_READ");
  }

  @Test
  void administrators_see_what_administrators_did() {
    var ann = somebody();
    var admin = admin().with("X-Forwarded-For", "203.0.113.9");
    var id = idOf(admin);
    page(admin, Map.of("filter", Map.of("emailPrefix", ann.email()))).ok();
    mutate(admin, "endSessions", Map.of("userId", ann.id()), CHANGE).ok();
    var query =
        "query ($filter: AdminEventFilter) { adminEvents(filter: $filter) { edges { node { action administratorId userId ipAddress at } } } }";
    var events =
        admin.send(query, Map.of("filter", Map.of("userId", ann.id(), "administratorId", id))).ok();
    assertThat(events.at("adminEvents.edges").findValuesAsString("action"))
        .containsExactly("SESSIONS_ENDED", "READ");
    assertThat(events.data("adminEvents.edges.0.node.administratorId")).isEqualTo(id);
    assertThat(events.data("adminEvents.edges.0.node.ipAddress")).isEqualTo("203.0.113.9");
    var others = Map.of("administratorId", UUID.randomUUID());
    assertThat(admin.send(query, Map.of("filter", others)).ok().list("adminEvents.edges"))
        .isEmpty();
    assertThat(as(ann).send(query).firstErrorCode()).isEqualTo("FORBIDDEN");
  }

  @Test
  void what_administrators_did_is_not_changed() {
    page(admin(), Map.of("first", 1)).ok();
    for (var change :
        List.of(
            "UPDATE admin_event SET action = 'READ'",
            "DELETE FROM admin_event",
            "TRUNCATE admin_event")) {
      Assertions.assertThatThrownBy(() -> jdbc.sql(change).update())
          .isInstanceOf(DataAccessException.class)
          .hasMessageContaining("append-only");
    }
  }

  @Test
  void people_like_others_look_nobody_up() {
    var ann = as(somebody());
    assertThat(page(ann, Map.of()).firstErrorCode()).isEqualTo("FORBIDDEN");
    assertThat(page(graph, Map.of()).firstErrorCode()).isEqualTo("UNAUTHENTICATED");
    assertThat(page(graph.as(serviceToken()), Map.of()).firstErrorCode()).isEqualTo("FORBIDDEN");
  }

  private static Answer page(Graph as, Map<String, ?> variables) {
    return as.send(PAGE, variables);
  }
}
