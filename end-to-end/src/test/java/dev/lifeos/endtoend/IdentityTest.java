package dev.lifeos.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeos.test.Answer;
import dev.lifeos.test.Graph;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Who somebody is, through the door, with the mail box and Google of the simulators. */
class IdentityTest {

  private static final List<String> PARTS =
      List.of("edge", "auth", "health", "finance", "learning", "notification");

  private final Platform platform = Platform.shared();
  private final Graph edge = platform.edge();

  @Test
  void anEndedSessionIsSoonRefusedByEveryPart() {
    var ann = Person.register(edge);
    assertThat(statuses(ann.token())).containsOnly(200);
    ann.change("revokeSession", Map.of("sessionId", sessionOf(ann)), "sessionId");

    Awaitility.await()
        .atMost(Duration.ofSeconds(15))
        .until(() -> statuses(ann.token()).stream().allMatch(status -> status == 401));
    var refreshed =
        mutate(edge, "refreshSession", Map.of("refreshToken", ann.refreshToken()), "").ok();
    assertThat(refreshed.data("refreshSession.errors.0.code")).isEqualTo("INVALID_TOKEN");
  }

  @Test
  void aKnownAddressIsAnsweredLikeAnUnknownOne() {
    var ann = Person.register(edge);
    var email = String.valueOf(ann.graph().send("{ me { email } }").ok().data("me.email"));
    assertThat(registered(email).body())
        .isEqualTo(registered(UUID.randomUUID() + "@example.org").body());
  }

  @Test
  void somebodyComesByGoogleAndConnectsTheCalendar() {
    var google = new GoogleAccount("g" + UUID.randomUUID() + "@gmail.com");
    var session =
        through(google, edge, "SIGN_IN", "session { accessToken } user { id fullName }")
            .data("completeOAuth.session.accessToken");
    var person = edge.as(String.valueOf(session));
    assertThat(person.send("{ me { fullName } }").ok().data("me.fullName")).isEqualTo("Gil Google");

    through(google, person, "CALENDAR", "calendar { status }");
    var week =
        "{ me { calendar { status } calendarEvents(from: \"%s\", to: \"%s\", first: 5) { edges { node { title } } } } }"
            .formatted(inDays(-7), inDays(7));
    Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> !person.send(week).ok().list("me.calendarEvents.edges").isEmpty());
    assertThat(person.send(week).data("me.calendar.status")).isEqualTo("SYNCED");
  }

  @Test
  void whatGoogleSendsBackIsOfNoUseToAnotherClient() {
    var started = start(edge, "SIGN_IN");
    var back =
        new GoogleAccount("m" + UUID.randomUUID() + "@gmail.com")
            .allow(URI.create(String.valueOf(started.data("startOAuth.authorizationUrl"))));
    var stolen =
        Map.of(
            "code",
            String.valueOf(back.get("code")),
            "state",
            String.valueOf(back.get("state")),
            "binding",
            String.valueOf(start(edge, "SIGN_IN").data("startOAuth.binding")));
    var answer = mutate(edge, "completeOAuth", stolen, "session { accessToken }").ok();
    assertThat(answer.data("completeOAuth.errors.0.code")).isEqualTo("OAUTH_ATTEMPT_INVALID");
    assertThat(answer.at("completeOAuth.session").isNull()).isTrue();
  }

  @Test
  void theChainOfSecurityEventsIsWhole() {
    Person.register(edge);
    var output = platform.lifeos("auth", "verify-audit");
    output.requireSuccess();
    assertThat(output.text()).contains("The chain of security events is whole");
  }

  private List<Integer> statuses(String token) {
    return PARTS.stream()
        .map(part -> platform.at(part).as(token).send("{ __typename }").status())
        .toList();
  }

  private static String sessionOf(Person person) {
    return String.valueOf(
        person
            .graph()
            .send("{ me { sessions(first: 1) { edges { node { id } } } } }")
            .ok()
            .data("me.sessions.edges.0.node.id"));
  }

  private Answer registered(String email) {
    var input =
        Map.of("email", email, "password", "seven-lanterns-under-oak", "fullName", "Ann Example");
    return mutate(edge, "registerUser", input, "").ok();
  }

  private static Answer through(GoogleAccount google, Graph as, String purpose, String selection) {
    var started = start(as, purpose);
    var back =
        google.allow(URI.create(String.valueOf(started.data("startOAuth.authorizationUrl"))));
    var input =
        Map.of(
            "code",
            String.valueOf(back.get("code")),
            "state",
            String.valueOf(back.get("state")),
            "binding",
            String.valueOf(started.data("startOAuth.binding")));
    var done = mutate(as, "completeOAuth", input, selection).ok();
    assertThat(done.list("completeOAuth.errors")).as(done.body()).isEmpty();
    return done;
  }

  private static Answer start(Graph as, String purpose) {
    var input = Map.of("provider", "GOOGLE", "purpose", purpose);
    return mutate(as, "startOAuth", input, "authorizationUrl binding").ok();
  }

  private static Answer mutate(Graph as, String field, Map<String, ?> input, String selection) {
    var type = Character.toUpperCase(field.charAt(0)) + field.substring(1) + "Input";
    var document =
        "mutation ($input: %s!) { %s(input: $input) { %s errors { code } } }"
            .formatted(type, field, selection);
    return as.send(document, Map.of("input", input));
  }

  private static String inDays(int days) {
    return java.time.Instant.now().plus(Duration.ofDays(days)).toString();
  }
}
