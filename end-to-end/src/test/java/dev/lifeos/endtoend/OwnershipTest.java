package dev.lifeos.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Somebody else's data, asked for by every door there is. */
class OwnershipTest {

  private static final Map<String, String> USER_FIELDS =
      Map.of(
          "auth", "email",
          "health", "vitals(first: 1) { edges { node { id } } }",
          "finance", "transactions(first: 1) { edges { node { id } } }",
          "learning", "progress(first: 1) { edges { node { id } } }",
          "notification", "notifications(first: 1) { edges { node { id } } }");

  private final Platform platform = Platform.shared();
  private final Person ann =
      Person.register(platform.edge())
          .withOneOfEverything(Person.administrator(platform, platform.edge()));
  private final Person bob = Person.register(platform.edge());

  @Test
  void a_user_reached_by_key_shows_nothing_private() {
    USER_FIELDS.forEach((subgraph, field) -> {
      var key = List.of(Map.of("id", ann.id()));
      var others = bob.at(platform.at(subgraph)).graph().entities("User", key, field);
      assertThat(others.at("_entities.0").toString())
          .as(subgraph)
          .doesNotContain("edges", "@example");
      assertThat(others.errorCodes()).as(subgraph).contains("FORBIDDEN");
      var own = ann.at(platform.at(subgraph)).graph().entities("User", key, field);
      assertThat(own.errors()).as(own.body()).isEmpty();
    });
  }

  @Test
  void an_entity_reached_by_key_is_as_if_it_did_not_exist() {
    var mine =
        ann.graph()
            .send(
                """
                { me {
                  vitals(first: 1) { edges { node { id } } }
                  transactions(first: 1) { edges { node { id } } }
                  progress(first: 1) { edges { node { id } } }
                  notifications(first: 1) { edges { node { id } } } } }
                """)
            .ok();
    var entities =
        Map.of(
            "health", List.of("Vital", "vitals"),
            "finance", List.of("Transaction", "transactions"),
            "learning", List.of("Progress", "progress"),
            "notification", List.of("Notification", "notifications"));
    entities.forEach((subgraph, entity) -> {
      var id = mine.data("me." + entity.getLast() + ".edges.0.node.id");
      var key = List.of(Map.of("id", String.valueOf(id)));
      var others =
          bob.at(platform.at(subgraph)).graph().entities(entity.getFirst(), key, "id").ok();
      assertThat(others.at("_entities.0").isNull()).as(others.body()).isTrue();
      var own = ann.at(platform.at(subgraph)).graph().entities(entity.getFirst(), key, "id").ok();
      assertThat(own.data("_entities.0.id")).isEqualTo(id);
    });
  }

  @Test
  void a_root_field_for_administrators_is_refused_to_a_person() {
    var answer =
        bob.graph().send("query ($id: ID!) { user(id: $id) { email } }", Map.of("id", ann.id()));
    assertThat(answer.errorCodes()).contains("FORBIDDEN");
    assertThat(answer.body()).doesNotContain("@example.org");
  }

  @Test
  void a_person_cannot_change_what_is_somebody_elses() {
    var id =
        ann.graph()
            .send("{ me { vitals(first: 1) { edges { node { id } } } } }")
            .data("me.vitals.edges.0.node.id");
    var answer =
        bob.graph()
            .send(
                "mutation ($input: DeleteVitalInput!) { deleteVital(input: $input) { errors { code } } }",
                Map.of("input", Map.of("id", String.valueOf(id))))
            .ok();
    assertThat(answer.data("deleteVital.errors.0.code")).isEqualTo("NOT_FOUND");
    var still = ann.graph().send("{ me { vitals(first: 1) { edges { node { id } } } } }");
    assertThat(still.data("me.vitals.edges.0.node.id")).isEqualTo(id);
  }
}
