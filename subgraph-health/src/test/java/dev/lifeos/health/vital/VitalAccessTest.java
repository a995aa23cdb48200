package dev.lifeos.health.vital;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeos.health.HealthTest;
import dev.lifeos.test.Answer;
import dev.lifeos.test.Tokens;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VitalAccessTest extends HealthTest {

  private static final String MUTATION =
      """
      mutation {
        recordVitals(input: {vitals: [{type: MOOD, value: 5, recordedAt: "2026-03-01T00:00:00Z"}]}) {
          recorded errors { code }
        }
      }
      """;

  private String id;

  @BeforeEach
  void recordAnns() {
    id = record(ann, vital("WEIGHT", 70, "2026-03-01T00:00:00Z")).path("id").asString();
  }

  private Answer vital(String token) {
    return graph.as(token).entities("Vital", List.of(Map.of("id", id)), "id type value");
  }

  private Answer user(String token, String selection) {
    return graph.as(token).entities("User", List.of(Map.of("id", ann)), selection);
  }

  @Test
  void aVitalResolvesForItsOwnerAndForAService() {
    for (var token : List.of(Tokens.person(ann), Tokens.service("notification"))) {
      assertThat(vital(token).ok().at("_entities.0.value").asString()).isEqualTo("70");
    }
  }

  @Test
  void aVitalOfAnotherPersonIsNullLikeOneThatIsNotThere() {
    assertThat(vital(Tokens.person(bob)).ok().at("_entities.0").isNull()).isTrue();
    assertThat(vital(Tokens.admin(bob)).ok().at("_entities.0").isNull()).isTrue();
  }

  @Test
  void manyReferencesAreOneStatementAndKeepTheirPlaces() {
    var unknown = Map.<String, Object>of("id", bob);
    var known = Map.<String, Object>of("id", id);

    var statements =
        sql.during(() -> {
          var answer =
              graph
                  .as(Tokens.person(ann))
                  .entities("Vital", List.of(unknown, known, unknown, known), "value")
                  .ok();
          assertThat(answer.at("_entities.0").isNull()).isTrue();
          assertThat(answer.at("_entities.1.value").asString()).isEqualTo("70");
          assertThat(answer.at("_entities.3.value").asString()).isEqualTo("70");
        });

    assertThat(statements).isEqualTo(1);
  }

  @Test
  void aReferenceThatIsNoIdIsRefused() {
    var answer =
        graph.as(Tokens.person(ann)).entities("Vital", List.of(Map.of("id", "x")), "value");

    assertThat(answer.firstErrorCode()).isEqualTo("BAD_USER_INPUT");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "vitals { edges { node { value } } }",
        "latestVitals { value }",
        "vitalSeries(type: WEIGHT) { points { count } }"
      })
  void aPersonsFieldsAreRefusedToEveryoneElse(String field) {
    assertThat(user(Tokens.person(ann), field).errors()).isEmpty();
    assertThat(user(Tokens.service("notification"), field).errors()).isEmpty();

    assertThat(user(Tokens.person(bob), field).firstErrorCode()).isEqualTo("FORBIDDEN");
    assertThat(user(Tokens.admin(bob), field).firstErrorCode()).isEqualTo("FORBIDDEN");
    assertThat(user(Tokens.person(ann, "finance:read"), field).firstErrorCode())
        .isEqualTo("FORBIDDEN");
    assertThat(user(Tokens.person(bob), field).at("_entities.0").toString())
        .doesNotContain("70", "points", "edges");
  }

  @Test
  void recordingNeedsTheScopeAndAPerson() {
    assertThat(
            graph.as(Tokens.person(ann, "health:read")).send(MUTATION, Map.of()).firstErrorCode())
        .isEqualTo("FORBIDDEN");
    assertThat(graph.as(Tokens.service("finance")).send(MUTATION, Map.of()).firstErrorCode())
        .isEqualTo("FORBIDDEN");
    assertThat(
            graph
                .as(Tokens.person(ann, "health:write"))
                .send(MUTATION, Map.of())
                .ok()
                .at("recordVitals.recorded")
                .asInt())
        .isEqualTo(1);
  }
}
