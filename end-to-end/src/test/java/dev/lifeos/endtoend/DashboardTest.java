package dev.lifeos.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeos.test.Answer;
import dev.lifeos.test.Graph;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The main job: one query, five services, through the edge and the router, and through the router's
 * stand-in.
 */
class DashboardTest {

  enum Gateway {
    EDGE_AND_ROUTER(() -> Platform.shared().edge()),
    STAND_IN(StandIn::shared);

    private final Supplier<Graph> graph;

    Gateway(Supplier<Graph> graph) {
      this.graph = graph;
    }

    Graph graph() {
      return graph.get();
    }
  }

  @ParameterizedTest
  @EnumSource
  void the_dashboard_answers_from_five_services(Gateway gateway) throws IOException {
    var person = somebody(gateway);
    var answer = person.graph().send(dashboard()).ok();
    assertThat(answer.data("me.fullName")).isEqualTo("Ann Example");
    assertThat(answer.data("me.vitals.edges.0.node.value")).isEqualTo("61");
    assertThat(answer.data("me.transactions.edges.0.node.amount.amount")).isEqualTo("-12.50");
    assertThat(answer.data("me.progress.edges.0.node.percent")).startsWith("0");
    assertThat(answer.data("me.progress.edges.0.node.course.title")).isNotBlank();
    assertThat(answer.data("me.notifications.edges.0.node.title")).isEqualTo("Welcome");
    assertThat(answer.data("me.notifications.unreadCount")).isEqualTo("1");
  }

  @ParameterizedTest
  @EnumSource
  void days_are_the_persons_own(Gateway gateway) {
    var person = somebody(gateway);
    var series =
        person
            .graph()
            .send(
                """
                { me { vitalSeries(type: HEART_RATE, from: "2026-03-01T00:00:00Z", to: "2026-03-02T00:00:00Z", bucket: DAY) {
                  timeZone points { start } } } }
                """)
            .ok();
    assertThat(series.data("me.vitalSeries.timeZone")).isEqualTo("Europe/Berlin");
    assertThat(series.data("me.vitalSeries.points.0.start")).isEqualTo("2026-02-28T23:00:00Z");
  }

  @ParameterizedTest
  @EnumSource
  void nobody_is_shown_anything_without_a_good_token(Gateway gateway) throws IOException {
    var anonymous = gateway.graph().send(dashboard());
    assertThat(anonymous.at("me").isObject()).isFalse();
    assertThat(anonymous.errorCodes()).contains("UNAUTHENTICATED");
    for (var token : List.of("garbage", "a.b.c", forged())) {
      var answer = gateway.graph().as(token).send(dashboard());
      assertThat(answer.at("me").isObject()).isFalse();
      assertThat(answer.errorCodes()).as(answer.body()).contains("UNAUTHENTICATED");
    }
  }

  @ParameterizedTest
  @EnumSource
  void bad_input_is_named_and_placed(Gateway gateway) {
    var person = somebody(gateway);
    var tooMany = person.graph().send("{ me { vitals(first: 1000) { edges { cursor } } } }");
    assertThat(tooMany.errorCodes()).as(tooMany.body()).contains("BAD_USER_INPUT");
    var unknown = person.graph().send("{ me { nonsense } }");
    assertThat(unknown.errors()).isNotEmpty();
    var vital = Map.of("type", "HEART_RATE", "value", "9999", "recordedAt", "2026-03-01T08:00:00Z");
    var wrong =
        person
            .graph()
            .send(
                "mutation ($input: RecordVitalsInput!) { recordVitals(input: $input) { errors { code path } } }",
                Map.of("input", Map.of("vitals", List.of(vital))))
            .ok();
    assertThat(wrong.data("recordVitals.errors.0.code")).isEqualTo("OUT_OF_RANGE");
    assertThat(wrong.at("recordVitals.errors.0.path").toString())
        .isEqualTo("[\"input\",\"vitals\",\"0\",\"value\"]");
  }

  @ParameterizedTest
  @EnumSource
  void a_huge_request_is_refused(Gateway gateway) {
    var answer =
        gateway.graph().sendRaw("{\"query\":\"{ me { id } } #" + "x".repeat(5_000_000) + "\"}");
    assertThat(answer.status()).isBetween(400, 499);
  }

  @ParameterizedTest
  @EnumSource
  void internals_stay_inside(Gateway gateway) throws IOException {
    var answers =
        Stream.of("{ me { id } }", "{ nonsense }", "{ user(id: \"no-id\") { id } }", dashboard())
            .map(gateway.graph()::send)
            .map(Answer::body);
    assertThat(answers)
        .allSatisfy(body ->
            assertThat(body).doesNotContain("Exception", "127.0.0.1", "dev.lifeos", "at java"));
  }

  private static Person somebody(Gateway gateway) {
    var graph = gateway.graph();
    return Person.register(graph)
        .withOneOfEverything(Person.administrator(Platform.shared(), graph));
  }

  static String dashboard() throws IOException {
    return Files.readString(Platform.ROOT.resolve("supergraph/operations/dashboard.graphql"));
  }

  private static String forged() {
    return dev.lifeos.test.Tokens.person(java.util.UUID.randomUUID());
  }
}
