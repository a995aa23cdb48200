package dev.lifeos.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeos.test.Answer;
import java.io.IOException;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each subgraph in turn is killed: it costs its own fields, and comes back without a restart of the
 * others.
 */
class OutageTest {

  private final Platform platform = Platform.shared();

  @ParameterizedTest
  @CsvSource({
    "health, vitals",
    "finance, transactions",
    "learning, progress",
    "notification, notifications"
  })
  void a_dead_subgraph_costs_only_its_own_fields(String subgraph, String field) throws IOException {
    var person =
        Person.register(platform.edge())
            .withOneOfEverything(Person.administrator(platform, platform.edge()));
    var others = platform.process("auth");
    var killed = platform.process(subgraph);
    killed.destroyForcibly();
    killed.onExit().join();

    var during = person.graph().send(DashboardTest.dashboard());
    assertThat(during.at("me." + field).isNull()).as(during.body()).isTrue();
    assertThat(during.data("me.fullName")).isEqualTo("Ann Example");
    assertThat(during.errorCodes()).containsOnly("UPSTREAM_UNAVAILABLE");
    assertThat(during.body()).doesNotContain("127.0.0.1", "Connection refused", "tcp connect");
    assertThat(alive(during)).isEqualTo(3);

    Awaitility.await()
        .atMost(Duration.ofMinutes(3))
        .pollInterval(Duration.ofMillis(500))
        .until(() -> person.graph().send(DashboardTest.dashboard()).errors().isEmpty());
    assertThat(platform.process("auth").pid()).isEqualTo(others.pid());
    assertThat(platform.process(subgraph).pid()).isNotEqualTo(killed.pid());
  }

  @ParameterizedTest
  @CsvSource("auth")
  void while_auth_is_dead_the_others_still_know_who_is_asking(String subgraph) {
    var person =
        Person.register(platform.edge())
            .withOneOfEverything(Person.administrator(platform, platform.edge()));
    var killed = platform.process(subgraph);
    killed.destroyForcibly();
    killed.onExit().join();

    var vitals =
        person
            .at(platform.at("health"))
            .graph()
            .entities(
                "User",
                java.util.List.of(java.util.Map.of("id", person.id())),
                "vitals(first: 1) { edges { node { value } } }")
            .ok();
    assertThat(vitals.data("_entities.0.vitals.edges.0.node.value")).isEqualTo("61");
    var me = person.graph().send("{ me { id } }");
    assertThat(me.at("me").isObject()).as(me.body()).isFalse();
    assertThat(me.errorCodes()).containsOnly("UPSTREAM_UNAVAILABLE");

    Awaitility.await()
        .atMost(Duration.ofMinutes(3))
        .pollInterval(Duration.ofMillis(500))
        .until(() -> person.graph().send("{ me { fullName } }").errors().isEmpty());
  }

  private static long alive(Answer dashboard) {
    return java.util.stream.Stream.of("vitals", "transactions", "progress", "notifications")
        .filter(field -> !dashboard.at("me." + field).isNull())
        .count();
  }
}
