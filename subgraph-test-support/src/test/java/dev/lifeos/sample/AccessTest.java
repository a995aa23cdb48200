package dev.lifeos.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeos.test.Graph;
import dev.lifeos.test.SqlCount;
import dev.lifeos.test.SubgraphTest;
import dev.lifeos.test.Tokens;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SubgraphTest
class AccessTest {

  private static final String WRITE =
      "mutation ($input: WriteNotesInput!) { writeNotes(input: $input) { notes { id } errors { code } } }";
  private static final String NOTES = "id notes(first: 2) { edges { node { id text } } }";

  private final UUID ann = UUID.randomUUID();
  private final UUID bob = UUID.randomUUID();

  @Autowired private Graph graph;
  @Autowired private SqlCount sql;

  @Test
  void a_person_sees_their_own() {
    write(ann, "mine");
    var answer = graph.as(Tokens.person(ann)).entities("User", key(ann), NOTES).ok();
    assertThat(answer.data("_entities.0.notes.edges.0.node.text")).isEqualTo("mine");
  }

  @Test
  void somebody_elses_user_resolves_without_anything_private() {
    write(ann, "mine");
    var answer = graph.as(Tokens.person(bob)).entities("User", key(ann), NOTES);
    assertThat(answer.data("_entities.0.id")).isEqualTo(ann.toString());
    assertThat(answer.at("_entities.0.notes").isNull()).isTrue();
    assertThat(answer.errorCodes()).containsExactly("FORBIDDEN");
  }

  @Test
  void somebody_elses_entity_is_as_if_it_did_not_exist() {
    var id = write(ann, "mine");
    var others = graph.as(Tokens.person(bob)).entities("Note", key(id), "text").ok();
    var unknown = graph.as(Tokens.person(bob)).entities("Note", key(bob), "text").ok();
    assertThat(others.body()).isEqualTo(unknown.body());
    assertThat(
            graph.as(Tokens.person(ann)).entities("Note", key(id), "text").data("_entities.0.text"))
        .isEqualTo("mine");
  }

  @Test
  void an_entity_is_refused_without_a_token_and_without_the_scope() {
    var id = write(ann, "mine");
    assertThat(graph.entities("Note", key(id), "text").firstErrorCode())
        .isEqualTo("UNAUTHENTICATED");
    var narrow = graph.as(Tokens.person(ann, "finance:read"));
    assertThat(narrow.entities("Note", key(id), "text").firstErrorCode()).isEqualTo("FORBIDDEN");
  }

  @Test
  void an_administrator_does_not_read_what_is_a_persons_own() {
    var answer = graph.as(Tokens.admin(bob)).entities("User", key(ann), NOTES);
    assertThat(answer.firstErrorCode()).isEqualTo("FORBIDDEN");
  }

  @Test
  void a_hundred_people_cost_one_statement() {
    var people = Stream.generate(UUID::randomUUID).limit(100).toList();
    write(people.getFirst(), "first");
    write(people.getLast(), "last");
    var keys = people.stream().map(id -> Map.of("id", id.toString())).toList();
    var service = graph.as(Tokens.service("batch"));
    var statements = sql.during(() -> service.entities("User", keys, NOTES).ok());
    assertThat(statements).isEqualTo(1);
    assertThat(service.entities("User", keys, NOTES).data("_entities.99.notes.edges.0.node.text"))
        .isEqualTo("last");
  }

  @Test
  void what_a_fetcher_throws_stays_inside() {
    var answer = graph.as(Tokens.admin(ann)).send("{ secrets(broken: true) { shared } }");
    assertThat(answer.firstErrorCode()).isEqualTo("INTERNAL_SERVER_ERROR");
    assertThat(answer.body()).doesNotContain("internals", "Exception", "dev.lifeos");
  }

  @Test
  void days_are_cut_in_the_zone_that_the_router_brings() {
    var kiritimati = List.of(Map.of("id", ann.toString(), "timeZone", "Pacific/Kiritimati"));
    var person = graph.as(Tokens.person(ann));
    assertThat(person.entities("User", kiritimati, "today").data("_entities.0.today"))
        .isEqualTo("2026-03-02");
    assertThat(person.entities("User", key(ann), "today").data("_entities.0.today"))
        .isEqualTo("2026-03-01");
  }

  private String write(UUID person, String text) {
    var input = Map.of("notes", List.of(Map.of("text", text)));
    return String.valueOf(
        graph
            .as(Tokens.person(person))
            .send(WRITE, Map.of("input", input))
            .ok()
            .data("writeNotes.notes.0.id"));
  }

  private static List<Map<String, String>> key(Object id) {
    return List.of(Map.of("id", id.toString()));
  }
}
