package dev.lifeos.starter.access;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SchemaRulesTest {

  private static final String SHARED =
      """
      directive @access(to: Audience! = SELF, scope: String) on FIELD_DEFINITION | OBJECT
      directive @key(fields: String!, resolvable: Boolean = true) repeatable on OBJECT
      directive @external on FIELD_DEFINITION
      enum Audience { PUBLIC SELF SIGNED_IN ADMIN SERVICE }
      """;

  @Test
  void a_closed_schema_is_served() {
    var schema =
        schema(
            """
            type Query { me: User @access(to: SIGNED_IN) }
            type User @key(fields: "id") @access(to: PUBLIC) { id: ID! zone: String @external note: Note @access }
            type Note @key(fields: "id", resolvable: false) { id: ID! }
            """);
    assertThat(SchemaRules.broken(schema, Set.of("User"))).isEmpty();
  }

  @Test
  void a_root_field_without_access_stops_the_start() {
    var schema = schema("type Query { open: String } type Mutation { change: String }");
    assertThat(SchemaRules.broken(schema, Set.of()))
        .containsExactly("Query.open has no @access", "Mutation.change has no @access");
  }

  @Test
  void a_root_field_cannot_be_the_callers_own() {
    var schema = schema("type Query { mine: String @access }");
    assertThat(SchemaRules.broken(schema, Set.of())).hasSize(1).first().asString().contains("SELF");
  }

  @Test
  void a_field_of_the_user_without_access_stops_the_start() {
    var schema =
        schema(
            """
            type Query { a: User @access(to: PUBLIC) }
            type User @key(fields: "id") @access(to: PUBLIC) { id: ID! secret: String }
            """);
    assertThat(SchemaRules.broken(schema, Set.of("User")))
        .containsExactly("User.secret has no @access");
  }

  @Test
  void an_entity_without_access_or_fetcher_stops_the_start() {
    var schema =
        schema(
            """
            type Query { a: Note @access(to: PUBLIC) }
            type Note @key(fields: "id") { id: ID! }
            """);
    assertThat(SchemaRules.broken(schema, Set.of()))
        .containsExactly(
            "Note has a @key but no @access", "Note has a @key but no @DgsEntityFetcher");
  }

  private static GraphQLSchema schema(String sdl) {
    var registry = new SchemaParser().parse(SHARED + sdl);
    return new SchemaGenerator().makeExecutableSchema(registry, RuntimeWiring.MOCKED_WIRING);
  }
}
