package dev.lifeos.auth.google;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeos.auth.AuthTest;
import dev.lifeos.test.Answer;
import dev.lifeos.test.Graph;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** What the tests with Google share: people who go there and come back. */
@TestPropertySource(
    properties = {
      "lifeos.service-clients.planner.secret=" + GoogleTest.PLANNERS,
      "lifeos.service-clients.planner.scopes=calendar:read,profile:read"
    })
public abstract class GoogleTest extends AuthTest {

  static final String PLANNERS = "another-secret-of-at-least-thirty-two-characters";

  protected static final String CAME_BACK =
      """
      user { id email emailVerified fullName timeZone } session { accessToken refreshToken } challenge { token }
      identity { id email } calendar { id status } errors { code path }
      """;

  protected final FakeGoogle google = FakeGoogle.get();

  @DynamicPropertySource
  static void google(DynamicPropertyRegistry registry) {
    FakeGoogle.register(registry);
  }

  @AfterEach
  void google_is_well_again() {
    google.heal();
  }

  /** Somebody who has come by Google. */
  protected record Newcomer(String id, String accessToken) {}

  /** Somebody who is at Google. */
  protected record Begun(String url, String binding) {}

  protected Answer start(Graph as, String purpose) {
    return mutate(
        as,
        "startOAuth",
        Map.of("provider", "GOOGLE", "purpose", purpose),
        "authorizationUrl binding expiresAt errors { code path retryAfter }");
  }

  protected Begun begin(Graph as, String purpose) {
    var answer = start(as, purpose).ok();
    assertThat(answer.list("startOAuth.errors")).isEmpty();
    return new Begun(
        String.valueOf(answer.data("startOAuth.authorizationUrl")),
        String.valueOf(answer.data("startOAuth.binding")));
  }

  protected Answer complete(Graph as, FakeGoogle.Returned returned, String binding) {
    var input = Map.of("code", returned.code(), "state", returned.state(), "binding", binding);
    return mutate(as, "completeOAuth", input, CAME_BACK);
  }

  /** Somebody goes to Google, consents, and comes back. */
  protected Answer by(Graph as, String purpose, GoogleAccount who) {
    var begun = begin(as, purpose);
    return complete(as, google.consent(begun.url(), who), begun.binding());
  }

  /** Somebody who has an account by Google alone. */
  protected Newcomer newcomer(GoogleAccount who) {
    var answer = by(graph, "SIGN_IN", who).ok();
    assertThat(codes(answer)).isEmpty();
    return new Newcomer(
        String.valueOf(answer.data("completeOAuth.user.id")),
        String.valueOf(answer.data("completeOAuth.session.accessToken")));
  }

  /** Another service that may see calendars. */
  protected Graph planner() {
    var input = Map.of("clientId", "planner", "clientSecret", PLANNERS);
    var answer = mutate(graph, "issueServiceToken", input, "accessToken errors { code }").ok();
    return graph.as(String.valueOf(answer.data("issueServiceToken.accessToken")));
  }

  protected static List<String> codes(Answer answer) {
    return answer.list("completeOAuth.errors").stream()
        .map(error -> error.path("code").asString())
        .toList();
  }
}
