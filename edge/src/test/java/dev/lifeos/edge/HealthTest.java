package dev.lifeos.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Whether the platform is usable, and what of it. */
class HealthTest {

  @Test
  void eachPartsStateIsTold() {
    try (var router = Upstream.start();
        var learning = Upstream.start();
        var edge = Edge.before(router, "lifeos.edge.subgraphs.learning=" + learning.origin())) {
      var well = edge.graph().get("/health");
      assertThat(well.status()).isEqualTo(200);
      assertThat(well.body())
          .isEqualTo(
              "{\"status\":\"UP\",\"parts\":{\"auth\":\"UP\",\"finance\":\"UP\",\"health\":\"UP\","
                  + "\"learning\":\"UP\",\"notification\":\"UP\",\"router\":\"UP\"}}");

      learning.goAway();
      await().atMost(Duration.ofSeconds(20)).until(() -> says(edge, "DEGRADED"));
      var degraded = edge.graph().get("/health");
      assertThat(degraded.status()).isEqualTo(200);
      assertThat(degraded.json().at("/parts/learning").asString()).isEqualTo("DOWN");

      router.goAway();
      await().atMost(Duration.ofSeconds(20)).until(() -> says(edge, "DOWN"));
      assertThat(edge.graph().get("/health").status()).isEqualTo(503);
      assertThat(edge.graph().get("/ready").status()).isEqualTo(200);
    }
  }

  @Test
  void howeverOftenOneAsksThePartsAreAskedSeldom() {
    try (var upstream = Upstream.start();
        var edge = Edge.before(upstream)) {
      edge.graph().get("/health");
      var asked = upstream.received().size();
      for (var i = 0; i < 20; i++) {
        edge.graph().get("/health");
      }
      assertThat(asked).isEqualTo(6);
      assertThat(upstream.received().size()).isLessThanOrEqualTo(2 * asked);
    }
  }

  private static boolean says(Edge edge, String status) {
    return edge.graph().get("/health").json().path("status").asString().equals(status);
  }
}
