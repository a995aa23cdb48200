package dev.lifeos.auth.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeos.auth.AuthTest;
import dev.lifeos.auth.throttle.Throttle;
import dev.lifeos.test.Answer;
import dev.lifeos.test.Graph;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;

/** What the tests of administrators share. */
abstract class AdminTest extends AuthTest {

  static final String FIRST = "admin@example.org";
  static final String CHANGE = "account { id roles lock { until reason } } errors { code path }";

  @Autowired private Throttle throttle;

  /** The administrator that there is from the beginning; nobody else logs in so often. */
  Graph admin() {
    throttle.forget("login-anywhere", FIRST);
    return loggedIn(FIRST);
  }

  Graph loggedIn(String email) {
    return graph.as(String.valueOf(login(email, PASSWORD).ok().data("login.session.accessToken")));
  }

  Graph as(Somebody person) {
    return graph.as(person.accessToken());
  }

  Graph as(Administrator person) {
    return graph.as(person.accessToken());
  }

  Answer grant(Graph as, String person) {
    return mutate(as, "grantRole", Map.of("userId", person, "role", "ADMIN"), CHANGE);
  }

  Answer revoke(Graph as, String person) {
    return mutate(as, "revokeRole", Map.of("userId", person, "role", "ADMIN"), CHANGE);
  }

  /** Another administrator, logged in as such. */
  Administrator administrator() {
    var person = somebody();
    assertThat(grant(admin(), person.id()).ok().list("grantRole.errors")).isEmpty();
    var answer = login(person.email(), PASSWORD).ok();
    return new Administrator(
        person.id(),
        person.email(),
        String.valueOf(answer.data("login.session.accessToken")),
        String.valueOf(answer.data("login.session.refreshToken")));
  }

  /** The newest things that happened to a person, as they see them. */
  Answer events(String email) {
    return loggedIn(email)
        .send(
            "{ me { securityEvents(first: 5) { edges { node { type detail device ipAddress } } } } }")
        .ok();
  }

  String idOf(Graph admin) {
    return String.valueOf(admin.send("{ me { id } }").ok().data("me.id"));
  }

  record Administrator(String id, String email, String accessToken, String refreshToken) {}
}
