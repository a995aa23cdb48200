package dev.lifeos.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeos.sample.SampleApplication;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ContextConfiguration;

/** The access matrix sees where a subgraph does otherwise than its schema says. */
@SubgraphTest
@ContextConfiguration(classes = SampleApplication.class)
class AccessMatrixTest {

  private static final String DIRECTIVE =
      """
      directive @access(to: Audience! = SELF, scope: String) on FIELD_DEFINITION | OBJECT
      enum Audience { PUBLIC SELF SIGNED_IN ADMIN SERVICE }
      """;

  @Autowired private Graph graph;

  @Test
  void what_is_open_but_should_not_be_is_found() {
    var wrong = wrong("type Query { echo: Echo @access(to: ADMIN) } type Echo { decimal: String }");

    assertThat(wrong)
        .extracting(each -> each.substring(0, each.indexOf(':')))
        .containsExactly(
            "anonymous is not refused as it should be",
            "other person is not refused as it should be",
            "right person is not refused as it should be",
            "service is not refused as it should be");
  }

  @Test
  void what_is_closed_but_should_not_be_is_found() {
    var wrong =
        wrong(
            "type Query { secrets: Secrets @access(to: SIGNED_IN) } type Secrets { shared: String }");

    assertThat(wrong)
        .extracting(each -> each.substring(0, each.indexOf(" is refused")))
        .containsExactly("wrong scope", "other person", "right person");
  }

  @Test
  void a_scope_that_is_not_asked_for_is_found() {
    var wrong =
        wrong(
            "type Query { secrets: Secrets @access(to: ADMIN, scope: \"any\") } type Secrets { shared: String }");

    assertThat(wrong).singleElement().asString().startsWith("wrong scope is not refused");
  }

  @Test
  void somebody_elses_entity_that_is_not_theirs_to_see_is_found() {
    var schema =
        schema(
            "type Query { a: Int } type Note @access(to: SIGNED_IN, scope: \"health:read\") { text: String }");
    var note = AccessElements.of(schema, Set.of("Note")).getFirst();
    var matrix = new AccessMatrix(graph, UUID::randomUUID, owner -> Map.of("Note", note(owner)));

    assertThat(matrix.wrong(note))
        .extracting(each -> each.substring(0, each.indexOf(' ')))
        .containsExactly("other", "admin", "service");
  }

  @Test
  void an_entity_of_which_no_record_is_made_is_an_error() {
    var schema = schema("type Query { a: Int } type Note @access(to: SELF) { text: String }");
    var note = AccessElements.of(schema, Set.of("Note")).getFirst();
    var matrix = new AccessMatrix(graph, UUID::randomUUID, owner -> Map.of());

    assertThatThrownBy(() -> matrix.wrong(note)).hasMessageContaining("makes no Note");
  }

  @Test
  void a_field_that_nothing_leads_to_is_an_error() {
    var schema = schema("type Query { a: Int } type Lost { field: Int @access(to: ADMIN) }");

    assertThatThrownBy(() -> AccessElements.of(schema, Set.of()))
        .hasMessageContaining("Lost.field");
  }

  private List<String> wrong(String types) {
    var element = AccessElements.of(schema(types), Set.of()).getFirst();
    return new AccessMatrix(graph, UUID::randomUUID, owner -> Map.of()).wrong(element);
  }

  private String note(UUID owner) {
    return String.valueOf(
        graph
            .as(Tokens.person(owner))
            .send(
                "mutation { writeNotes(input: { notes: [{ text: \"mine\" }] }) { notes { id } } }")
            .ok()
            .data("writeNotes.notes.0.id"));
  }

  private static GraphQLSchema schema(String types) {
    return UnExecutableSchemaGenerator.makeUnExecutableSchema(
        new SchemaParser().parse(DIRECTIVE + types));
  }
}
