package dev.lifeos.health.vital;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeos.health.HealthTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ChangeVitalTest extends HealthTest {

  private static final String NOON = "2026-03-01T12:00:00Z";

  private static final String UPDATE =
      """
      mutation ($input: UpdateVitalInput!) {
        updateVital(input: $input) { vital { %s } errors { code message path } }
      }
      """
          .formatted(VITAL);

  private static final String DELETE =
      """
      mutation ($input: DeleteVitalInput!) {
        deleteVital(input: $input) { deletedId errors { code message path } }
      }
      """;

  private JsonNode weight;

  @BeforeEach
  void recordAWeight() {
    var sent = with(vital("WEIGHT", "70.5", NOON), "endedAt", "2026-03-01T12:01:00Z");
    weight = record(ann, with(sent, "metadata", Map.of("scale", "bathroom")));
  }

  private String id() {
    return weight.path("id").asString();
  }

  private JsonNode update(UUID person, Object id, Map<String, Object> changes) {
    var input = new HashMap<>(changes);
    input.put("id", id);
    return send(person, UPDATE, Map.of("input", input)).ok().at("updateVital");
  }

  private JsonNode delete(UUID person, Object id) {
    return send(person, DELETE, Map.of("input", Map.of("id", id))).ok().at("deleteVital");
  }

  @Test
  void aValueIsCorrectedAndTheRestStays() {
    var vital = update(ann, id(), Map.of("value", "154", "unit", "[lb_av]")).path("vital");

    assertThat(vital.path("value").asString()).isEqualTo("69.8532");
    for (var same : List.of("id", "type", "source", "recordedAt", "endedAt", "metadata")) {
      assertThat(vital.path(same)).isEqualTo(weight.path(same));
    }
    assertThat(vital.path("updatedAt")).isNotEqualTo(weight.path("updatedAt"));
    assertThat(vitals(ann)).containsExactly(vital);
  }

  @Test
  void timesAndMetadataAreCorrected() {
    var changes =
        Map.<String, Object>of(
            "recordedAt", "2026-02-28T12:00:00Z",
            "endedAt", "2026-02-28T12:05:00Z",
            "metadata", Map.of("scale", "kitchen"));

    var vital = update(ann, id(), changes).path("vital");

    assertThat(vital.path("recordedAt").asString()).isEqualTo("2026-02-28T12:00:00Z");
    assertThat(vital.path("endedAt").asString()).isEqualTo("2026-02-28T12:05:00Z");
    assertThat(vital.path("metadata").path("scale").asString()).isEqualTo("kitchen");
    assertThat(vitals(ann)).containsExactly(vital);
  }

  @Test
  void nullTakesEndAndMetadataAway() {
    var nothing = new HashMap<String, Object>();
    nothing.put("endedAt", null);
    nothing.put("metadata", null);

    var vital = update(ann, id(), nothing).path("vital");

    assertThat(vital.path("endedAt").isNull()).isTrue();
    assertThat(vital.path("metadata").isNull()).isTrue();
    assertThat(vital.path("value").asString()).isEqualTo("70.5");
  }

  @Test
  void aCorrectionThatChangesNothingLeavesTheVitalUntouched() {
    var vital = update(ann, id(), Map.of("value", "70.50", "recordedAt", NOON)).path("vital");

    assertThat(vital).isEqualTo(weight);
  }

  @Test
  void aBadCorrectionIsRefusedAsARecordingWouldBe() {
    assertThat(errors(update(ann, id(), Map.of("value", 9_999))))
        .containsExactly("OUT_OF_RANGE input.value");
    assertThat(errors(update(ann, id(), Map.of("value", 70, "unit", "mmol/L"))))
        .containsExactly("INVALID input.unit");
    assertThat(errors(update(ann, id(), Map.of("unit", "g"))))
        .containsExactly("REQUIRED input.value");
    assertThat(errors(update(ann, id(), Map.of("recordedAt", "2126-01-01T00:00:00Z"))))
        .contains("OUT_OF_RANGE input.recordedAt");
    assertThat(errors(update(ann, id(), Map.of("endedAt", "2026-03-01T11:00:00Z"))))
        .containsExactly("OUT_OF_RANGE input.endedAt");
    assertThat(errors(update(ann, id(), Map.of("metadata", List.of(1)))))
        .containsExactly("INVALID input.metadata");
    assertThat(errors(update(ann, id(), Map.of("metadata", Map.of("x", "y".repeat(4_096))))))
        .containsExactly("TOO_LONG input.metadata");
    assertThat(vitals(ann)).containsExactly(weight);
  }

  @Test
  void aVitalCannotBeMovedOntoAnother() {
    record(ann, vital("WEIGHT", "71", "2026-03-02T12:00:00Z"));

    var payload =
        update(
            ann,
            id(),
            Map.of(
                "recordedAt", "2026-03-02T12:00:00Z",
                "endedAt", "2026-03-02T12:01:00Z"));

    assertThat(errors(payload)).containsExactly("CONFLICT input.recordedAt");
    assertThat(payload.path("vital").isNull()).isTrue();
    assertThat(vitals(ann)).hasSize(2).contains(weight);
  }

  @Test
  void ofCorrectionsAtTheSameTimeNoneIsHalfDoneAndALoserIsTold() throws Exception {
    var corrections =
        IntStream.range(80, 88)
            .<Callable<JsonNode>>mapToObj(
                kilos -> () -> update(ann, id(), Map.of("value", Integer.toString(kilos))))
            .toList();

    var payloads = atOnce(corrections);

    var done = payloads.stream().filter(payload -> errors(payload).isEmpty()).toList();
    var refused = payloads.stream().filter(payload -> !errors(payload).isEmpty()).toList();
    assertThat(done).isNotEmpty();
    assertThat(refused)
        .allSatisfy(payload -> assertThat(errors(payload)).containsExactly("CONFLICT input.id"));
    assertThat(done.stream().map(payload -> payload.path("vital")))
        .contains(vitals(ann).getFirst());
  }

  @Test
  void anothersVitalIsNotThere() {
    assertThat(errors(update(bob, id(), Map.of("value", 50))))
        .containsExactly("NOT_FOUND input.id");
    assertThat(errors(delete(bob, id()))).containsExactly("NOT_FOUND input.id");

    assertThat(vitals(ann)).containsExactly(weight);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no-uuid", "1-1-1-1-1", "00000000-0000-0000-0000-000000000000"})
  void anUnknownIdIsNotThere(String unknown) {
    assertThat(errors(update(ann, unknown, Map.of("value", 50))))
        .containsExactly("NOT_FOUND input.id");
    assertThat(errors(delete(ann, unknown))).containsExactly("NOT_FOUND input.id");
  }

  @Test
  void aDeletedVitalIsGone() {
    var statements =
        sql.during(
            () -> assertThat(delete(ann, id()).path("deletedId")).isEqualTo(weight.path("id")));

    assertThat(statements).isEqualTo(1);
    assertThat(vitals(ann)).isEmpty();
    assertThat(errors(delete(ann, id()))).containsExactly("NOT_FOUND input.id");
  }
}
