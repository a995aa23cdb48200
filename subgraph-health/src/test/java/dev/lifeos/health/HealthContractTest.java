package dev.lifeos.health;

import dev.lifeos.test.SubgraphContract;
import dev.lifeos.test.Tokens;
import java.util.Map;
import java.util.UUID;

class HealthContractTest extends SubgraphContract {

  @Override
  protected Map<String, String> records(UUID owner) {
    var recorded =
        graph
            .as(Tokens.person(owner))
            .send(
                """
                mutation {
                  recordVitals(input: {
                    vitals: [{ type: STEPS, value: 5000, recordedAt: "2026-01-01T08:00:00Z" }]
                  }) { vitals { id } errors { message } }
                }
                """)
            .ok();
    return Map.of("Vital", String.valueOf(recorded.data("recordVitals.vitals.0.id")));
  }
}
