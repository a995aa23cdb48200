package dev.lifeos.auth.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeos.auth.AuthTest;
import dev.lifeos.test.Answer;
import dev.lifeos.test.Graph;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DevicesTest extends AuthTest {

  private static final String LIST =
      """
      query ($first: Int, $after: String) {
        me {
          sessions(first: $first, after: $after) {
            edges { node { id userAgent createdAt lastUsedAt expiresAt current } }
            pageInfo { hasNextPage endCursor }
          }
        }
      }
      """;

  @Test
  void every_device_is_listed_once_the_latest_first_and_one_is_this_one() {
    var ann = somebody();
    for (var device = 1; device <= 4; device++) {
      clock.ahead(Duration.ofMinutes(device));
      loginWith("Device " + device, ann);
    }
    clock.ahead(Duration.ZERO);
    var seen = new ArrayList<JsonNode>();
    @Nullable String after = null;
    do {
      var page = page(graph.as(ann.accessToken()), 2, after).ok();
      page.list("me.sessions.edges").forEach(edge -> seen.add(edge.path("node")));
      var more = page.at("me.sessions.pageInfo.hasNextPage").asBoolean();
      after = more ? page.data("me.sessions.pageInfo.endCursor") : null;
    } while (after != null);
    assertThat(seen).extracting(node -> node.path("id").asString()).doesNotHaveDuplicates();
    assertThat(seen)
        .extracting(node -> node.path("userAgent").asString())
        .startsWith("Device 4", "Device 3", "Device 2", "Device 1")
        .hasSize(5);
    assertThat(seen).filteredOn(node -> node.path("current").asBoolean()).hasSize(1);
  }

  @Test
  void what_a_client_says_of_itself_is_bounded() {
    var ann = somebody();
    var odd = graph.with("User-Agent", "x".repeat(3_000)).with("X-Forwarded-For", "'; drop table");
    var input = Map.of("email", ann.email(), "password", PASSWORD);
    mutate(odd, "login", input, SESSION).ok();
    var agent =
        page(graph.as(ann.accessToken()), 1, null).data("me.sessions.edges.0.node.userAgent");
    assertThat(agent).hasSize(200);
  }

  @Test
  void pages_out_of_bounds_and_foreign_cursors_are_refused() {
    var ann = graph.as(somebody().accessToken());
    assertThat(page(ann, 0, null).firstErrorCode()).isEqualTo("BAD_USER_INPUT");
    assertThat(page(ann, 101, null).firstErrorCode()).isEqualTo("BAD_USER_INPUT");
    assertThat(page(ann, 10, "bm8gY3Vyc29y").firstErrorCode()).isEqualTo("BAD_USER_INPUT");
  }

  @Test
  void a_lost_device_is_logged_out_from_another() {
    var ann = somebody();
    var lost = loginWith("Lost", ann);
    assertThat(revoke(ann.accessToken(), idOf("Lost", ann)).ok().list("revokeSession.errors"))
        .isEmpty();
    assertThat(agents(ann)).doesNotContain("Lost").hasSize(1);
    assertThat(refresh(lost).ok().data("refreshSession.errors.0.code")).isEqualTo("INVALID_TOKEN");
    assertThat(refresh(ann.refreshToken()).ok().list("refreshSession.errors")).isEmpty();
  }

  @Test
  void all_others_are_logged_out_and_the_one_that_asks_or_is_named_stays() {
    var ann = somebody();
    loginWith("Phone", ann);
    loginWith("Tablet", ann);
    var phone = idOf("Phone", ann);
    var ended = revokeOthers(ann.accessToken(), Map.of("exceptSessionId", phone));
    assertThat(ended.ok().data("revokeOtherSessions.revoked")).isEqualTo("2");
    var bob = somebody();
    loginWith("Phone", bob);
    assertThat(revokeOthers(bob.accessToken(), Map.of()).data("revokeOtherSessions.revoked"))
        .isEqualTo("1");
    assertThat(refresh(bob.refreshToken()).ok().list("refreshSession.errors")).isEmpty();
    assertThat(refresh(ann.refreshToken()).ok().data("refreshSession.errors.0.code"))
        .isEqualTo("INVALID_TOKEN");
  }

  @Test
  void nobody_ends_the_session_of_somebody_else() {
    var ann = somebody();
    loginWith("Phone", ann);
    var stranger = somebody().accessToken();
    for (var id : List.of(idOf("Phone", ann), UUID.randomUUID().toString(), "no-id")) {
      assertThat(revoke(stranger, id).ok().data("revokeSession.errors.0.code"))
          .isEqualTo("NOT_FOUND");
    }
    assertThat(agents(ann)).contains("Phone");
  }

  @Test
  void without_a_refresh_token_the_session_of_the_access_token_ends() {
    var ann = somebody();
    for (var time = 0; time < 2; time++) {
      var answer = mutate(graph.as(ann.accessToken()), "logout", Map.of(), "errors { code }");
      assertThat(answer.ok().list("logout.errors")).isEmpty();
    }
    assertThat(refresh(ann.refreshToken()).ok().data("refreshSession.errors.0.code"))
        .isEqualTo("INVALID_TOKEN");
    var neither = mutate(graph, "logout", Map.of(), "errors { code path }").ok();
    assertThat(neither.data("logout.errors.0.code")).isEqualTo("REQUIRED");
  }

  private String loginWith(String agent, Somebody person) {
    var input = Map.of("email", person.email(), "password", PASSWORD);
    return String.valueOf(
        mutate(graph.with("User-Agent", agent), "login", input, SESSION)
            .ok()
            .data("login.session.refreshToken"));
  }

  private String idOf(String agent, Somebody person) {
    return nodes(person).stream()
        .filter(node -> node.path("userAgent").asString().equals(agent))
        .map(node -> node.path("id").asString())
        .findFirst()
        .orElseThrow();
  }

  private List<String> agents(Somebody person) {
    return nodes(person).stream().map(node -> node.path("userAgent").asString()).toList();
  }

  private List<JsonNode> nodes(Somebody person) {
    var answer = page(graph.as(person.accessToken()), 100, null).ok();
    return answer.list("me.sessions.edges").stream().map(edge -> edge.path("node")).toList();
  }

  private Answer revoke(String token, String session) {
    return mutate(
        graph.as(token),
        "revokeSession",
        Map.of("sessionId", session),
        "sessionId errors { code }");
  }

  private Answer revokeOthers(String token, Map<String, ?> input) {
    return mutate(graph.as(token), "revokeOtherSessions", input, "revoked errors { code }");
  }

  private static Answer page(Graph as, int first, @Nullable String after) {
    var variables = new HashMap<String, @Nullable Object>();
    variables.put("first", first);
    variables.put("after", after);
    return as.send(LIST, variables);
  }
}
