package dev.lifeos.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The door holds while parts behind it fail. */
class EdgeTest {

  private final Platform platform = Platform.shared();

  @Test
  void whileTheRouterIsDeadOneIsToldSoAndThenItIsBack() throws Exception {
    var person = Person.register(platform.edge());
    var killed = platform.process("router");
    killed.destroyForcibly();
    killed.onExit().get();

    var during = person.graph().send("{ me { id } }");
    // The launcher may have been faster.
    assertThat(during.status()).isIn(200, 503);
    if (during.status() == 503) {
      assertThat(during.errorCodes()).containsOnly("UPSTREAM_UNAVAILABLE");
      assertThat(during.headers().firstValue("Retry-After")).isPresent();
    }
    Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> person.graph().send("{ me { id } }").status() == 200);
  }

  @Test
  void whileRedisIsDeadRequestsAndLiveEventsGoOn() throws Exception {
    var person = Person.register(platform.edge());
    var administrator = Person.administrator(platform, platform.edge());
    var killed = platform.process("redis");
    killed.destroyForcibly();
    killed.onExit().get();

    assertThat(person.graph().send("{ me { id } }").ok().data("me.id")).isEqualTo(person.id());
    try (var client = LiveClient.start("ws", platform, person.token())) {
      client.awaitLine(line -> line.contains("connected"));
      Awaitility.await()
          .atMost(Duration.ofMinutes(1))
          .pollInterval(Duration.ofSeconds(1))
          .until(() -> {
            administrator.change(
                "sendNotification",
                Map.of("userId", person.id(), "topic", "SYSTEM", "title", "Hi", "message", "Hi."),
                "notification { id }");
            return client.lines().contains("{\"event\":\"Hi\"}");
          });
    }
  }

  @Test
  void aPersonWhoAsksTooMuchIsHeldBackAndNobodyElse() {
    var greedy = Person.register(platform.edge());
    var modest = Person.register(platform.edge());
    var answers =
        IntStream.range(0, 400)
            .parallel()
            .mapToObj(i -> greedy.graph().send("{ me { id } }"))
            .filter(answer -> answer.status() == 429)
            .toList();

    assertThat(answers).isNotEmpty();
    assertThat(answers.getFirst().errorCodes()).containsOnly("RATE_LIMITED");
    assertThat(answers.getFirst().headers().firstValue("Retry-After")).isPresent();
    assertThat(modest.graph().send("{ me { id } }").status()).isEqualTo(200);
  }

  @Test
  void healthTellsOfEachPart() {
    Awaitility.await()
        .atMost(Duration.ofMinutes(3))
        .until(() -> platform.edge().get("/health").json().path("status").asString().equals("UP"));

    assertThat(platform.edge().get("/health").json().path("parts").propertyNames())
        .containsExactlyInAnyOrder(
            "auth", "finance", "health", "learning", "notification", "router");
  }

  @Test
  void oneIdLeadsThroughAllLogs() throws Exception {
    var person = Person.register(platform.edge());
    var answer =
        person
            .graph()
            .with("X-Correlation-Id", "follow-me-" + person.id().substring(0, 8))
            .send("{ me { vitals(first: 1000) { edges { cursor } } } }");

    assertThat(answer.headers().allValues("X-Correlation-Id"))
        .isEqualTo(List.of("follow-me-" + person.id().substring(0, 8)));
    assertThat(answer.json().at("/errors/0/extensions/correlationId").asString())
        .isEqualTo("follow-me-" + person.id().substring(0, 8));
  }
}
