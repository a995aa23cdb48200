package dev.lifeos.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One URL for queries and for live notifications, with the clients that front ends use. */
class LiveClientsTest {

  private final Platform platform = Platform.shared();
  private final Person administrator = Person.administrator(platform, platform.edge());
  private final Person person = Person.register(platform.edge());

  @ParameterizedTest
  @ValueSource(strings = {"ws", "sse"})
  void aNotificationArrivesLive(String kind) {
    try (var client = LiveClient.start(kind, platform, person.token())) {
      client.awaitLine(line -> line.equals("{\"queried\":\"Ann Example\"}"));
      awaitLive(client);

      send("Now");
      client.awaitEvent("Now");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ws", "sse"})
  void whatHappensWhileTheServiceIsAwayIsMadeUpFor(String kind) throws Exception {
    try (var client = LiveClient.start(kind, platform, person.token())) {
      awaitLive(client);
      kill("notification");
      awaitService();

      send("While it was away");
      client.awaitEvent("While it was away");
      assertThat(client.lines().stream().filter(line -> line.contains("event")))
          .doesNotHaveDuplicates();
      assertThat(client.lines()).noneMatch(line -> line.contains("failed"));
    }
  }

  @Test
  void whenTheEdgeIsStartedAnewItsClientsComeBack() {
    try (var client = LiveClient.start("ws", platform, person.token())) {
      awaitLive(client);
      platform.lifeos("restart", "edge").requireSuccess();

      send("After the restart");
      client.awaitEvent("After the restart");
      assertThat(client.lines()).contains("{\"closed\":1012}");
    }
  }

  @Test
  void aBadTokenIsNotTriedAgain() {
    try (var client = LiveClient.start("ws", platform, "a.b.c")) {
      client.awaitLine(line -> line.equals("{\"failed\":\"4401\"}"));

      assertThat(client.lines()).contains("{\"queried\":401}", "{\"closed\":4401}");
    }
  }

  // Live is what has brought an event; one sent before that is none of its events.
  private void awaitLive(LiveClient client) {
    Awaitility.await()
        .atMost(java.time.Duration.ofMinutes(1))
        .pollInterval(java.time.Duration.ofMillis(500))
        .until(() -> {
          send("Hello " + UUID.randomUUID());
          return client.lines().stream().anyMatch(line -> line.contains("Hello"));
        });
  }

  private void awaitService() {
    Awaitility.await()
        .atMost(java.time.Duration.ofMinutes(3))
        .until(() ->
            person.graph().send("{ me { notificationCounts { unread } } }").errors().isEmpty());
  }

  private void kill(String part) throws Exception {
    var process = platform.process(part);
    process.destroyForcibly();
    process.onExit().get();
  }

  private void send(String title) {
    administrator.change(
        "sendNotification",
        Map.of("userId", person.id(), "topic", "SYSTEM", "title", title, "message", "Text."),
        "notification { id }");
  }
}
