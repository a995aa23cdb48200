package dev.lifeos.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.netflix.graphql.dgs.internal.EntityFetcherRegistry;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedSchemaElement;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.graphql.execution.GraphQlSource;

/**
 * What holds for every subgraph. Each one's tests extend it; it is built from the schema, so that
 * new fields are in it.
 */
@SubgraphTest
public abstract class SubgraphContract {

  private static final UUID SOMEBODY = UUID.randomUUID();

  /** An anonymous client of the subgraph. */
  @Autowired protected Graph graph;

  @Autowired private GraphQlSource source;
  @Autowired private EntityFetcherRegistry fetchers;

  @Value("${spring.application.name}")
  private String name;

  /** Subgraphs are made by the test framework. */
  protected SubgraphContract() {}

  /** The id of a person of whom no other test knows. The owner of {@code User} makes one. */
  protected String somebodyElse() {
    return UUID.randomUUID().toString();
  }

  /**
   * Makes a record of each entity type but {@code User} for a person, so that there is something
   * that can be refused to others, and of each other type with {@code @access} on its fields that a
   * query finds by an id.
   *
   * @return their ids, by type
   */
  protected Map<String, String> records(UUID owner) {
    return Map.of();
  }

  /** The schema that is composed as this subgraph. What is not in the supergraph says which. */
  protected String composed() {
    return ComposedSchema.of(name);
  }

  @Test
  void serves_its_schema_to_the_registry() {
    var sdl = graph.send("{ _service { sdl } }").ok().data("_service.sdl");
    assertThat(sdl).contains("@link", "https://specs.apollo.dev/federation/v2.9", "@access");
  }

  @Test
  void serves_the_schema_that_is_composed() {
    var sdl = graph.send("{ _service { sdl } }").ok().data("_service.sdl");
    assertThat(SchemaElements.differences(String.valueOf(sdl), composed())).isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> has_tables_that_the_bench_can_fill(@Autowired DataSource database)
      throws IOException {
    return BenchData.of(name).stream()
        .map(data ->
            DynamicTest.dynamicTest(name, () -> assertThat(data.tryOn(database)).isPositive()));
  }

  @Test
  void is_live_and_ready() {
    assertThat(graph.get("/actuator/health/liveness").body()).contains("UP");
    assertThat(graph.get("/actuator/health/readiness").body()).contains("UP");
  }

  @Test
  void serves_metrics_and_nothing_else_of_the_actuator() {
    assertThat(graph.get("/actuator/prometheus").body()).contains("jvm_memory_used_bytes");
    assertThat(graph.get("/actuator/env").status()).isEqualTo(404);
  }

  @Test
  void an_unknown_path_is_not_found_with_and_without_a_token() {
    for (var as : List.of(graph.anonymous(), graph.as(Tokens.person(SOMEBODY)))) {
      var answer = as.get("/nothing/here");
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.firstErrorCode()).isEqualTo("NOT_FOUND");
    }
  }

  @Test
  void what_makes_the_start_up_cache_is_a_document_of_this_schema() throws IOException {
    var people = Map.of("people", List.of(Map.of("__typename", "User", "id", "" + SOMEBODY)));
    var found =
        new PathMatchingResourcePatternResolver().getResources("classpath*:training/*.graphql");
    for (var document : found) {
      var text = document.getContentAsString(StandardCharsets.UTF_8);
      var answer = graph.as(Tokens.person(SOMEBODY)).send(text, people);
      assertThat(answer.errorCodes()).as(text).doesNotContain("BAD_USER_INPUT");
    }
  }

  @Test
  void every_element_is_described() {
    var bare =
        source.schema().getAllTypesAsList().stream()
            .filter(type -> !type.getName().startsWith("_") && !isOfTheLibraries(type.getName()))
            .flatMap(SubgraphContract::undescribed)
            .toList();
    assertThat(bare).isEmpty();
  }

  @Test
  void what_is_added_to_the_user_is_nullable() {
    var user = source.schema().getObjectType("User");
    assertThat(user.getFieldDefinitions())
        .filteredOn(field -> !field.getName().equals("id"))
        .noneMatch(field -> field.getType() instanceof GraphQLNonNull);
  }

  @Test
  void no_number_is_a_float() {
    var floats =
        objects(source.schema())
            .flatMap(
                type -> type.getFieldDefinitions().stream().map(field -> Map.entry(type, field)))
            .filter(entry -> named(entry.getValue()).equals("Float"))
            .map(entry -> entry.getKey().getName() + "." + entry.getValue().getName())
            .toList();
    assertThat(floats).isEmpty();
  }

  /**
   * Everything that carries {@code @access}, as everybody; target/access-matrix-NAME.md shows it.
   */
  @TestFactory
  Stream<DynamicTest> access_matrix() {
    var matrix = new AccessMatrix(graph, () -> UUID.fromString(somebodyElse()), this::records);
    var entities = fetchers.getEntityFetchers().keySet();
    var rows =
        AccessElements.of(source.schema(), entities).stream()
            .map(element ->
                DynamicTest.dynamicTest(
                    element.name(), () -> assertThat(matrix.wrong(element)).isEmpty()));
    return Stream.concat(
        rows, Stream.of(DynamicTest.dynamicTest("is written down", () -> matrix.write(name))));
  }

  @TestFactory
  Stream<DynamicTest> bad_tokens_are_refused() {
    var good = Tokens.person(SOMEBODY.toString());
    return Stream.of(
            Map.entry("expired", Tokens.expired(SOMEBODY)),
            Map.entry("forged", Tokens.forged(good)),
            Map.entry(
                "another issuer's", Tokens.of(Tokens.with(good, "iss", "https://evil.example"))),
            Map.entry(
                "for another audience", Tokens.of(Tokens.with(good, "aud", List.of("other")))),
            Map.entry("not an access token", Tokens.ofType(good, "JWT")),
            Map.entry("garbage", "garbage"))
        .map(token -> DynamicTest.dynamicTest(token.getKey(), () -> isRefused(token.getValue())));
  }

  @Test
  void tokens_of_unknown_keys_are_refused_every_time() {
    var claims = Tokens.person(SOMEBODY.toString());
    for (var request = 0; request < 5; request++) {
      isRefused(Tokens.ofUnknownKey(claims));
    }
  }

  @Test
  void errors_are_typed_and_carry_the_correlation_id_that_was_sent() {
    var answer = graph.with("X-Correlation-Id", "a-well-formed-id").send("{ nonsense }");
    var error = answer.errors().getFirst();
    assertThat(error.at("/extensions/code").asString()).isEqualTo("BAD_USER_INPUT");
    assertThat(error.at("/extensions/correlationId").asString()).isEqualTo("a-well-formed-id");
    assertThat(answer.headers().firstValue("X-Correlation-Id")).contains("a-well-formed-id");
  }

  @Test
  void a_malformed_correlation_id_is_replaced() {
    var answer = graph.with("X-Correlation-Id", "${jndi:ldap}").send("{ __typename }");
    assertThat(answer.headers().firstValue("X-Correlation-Id").orElseThrow()).hasSize(36);
  }

  @Test
  void malformed_json_is_a_typed_error() {
    var answer = graph.sendRaw("{ \"query\": ");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.firstErrorCode()).isEqualTo("BAD_USER_INPUT");
    assertThat(answer.body()).doesNotContain("Exception", "jackson");
  }

  @Test
  void a_huge_body_is_refused() {
    var answer = graph.sendRaw("{\"query\": \"" + "x".repeat(3_000_000) + "\"}");
    assertThat(answer.status()).isEqualTo(413);
  }

  @Test
  void a_deep_query_is_refused() {
    var deep =
        "{ __schema { types "
            + "{ fields { type ".repeat(10)
            + "{ name }"
            + "} }".repeat(10)
            + " } }";
    assertThat(graph.send(deep).firstErrorCode()).isIn("QUERY_TOO_EXPENSIVE", "BAD_USER_INPUT");
  }

  @Test
  void too_many_representations_are_refused() {
    var keys = Stream.generate(() -> Map.of("id", SOMEBODY.toString())).limit(1_001).toList();
    var answer = graph.as(Tokens.service("test")).entities("User", keys, "id");
    assertThat(answer.firstErrorCode()).isIn("BAD_USER_INPUT", "UNAUTHENTICATED");
  }

  @Test
  void a_representation_with_a_malformed_key_is_a_typed_error() {
    for (var type : fetchers.getEntityFetchers().keySet()) {
      var answer =
          graph.as(Tokens.service("test")).entities(type, List.of(Map.of("id", "no-id")), "id");
      assertThat(answer.firstErrorCode()).as(type).isIn("BAD_USER_INPUT", "UNAUTHENTICATED");
      assertThat(answer.body()).doesNotContain("Exception");
    }
  }

  @TestFactory
  Stream<DynamicTest> the_character_nul_is_never_a_fault() {
    var schema = source.schema();
    var roots =
        Stream.of(schema.getQueryType(), schema.getMutationType())
            .filter(Objects::nonNull)
            .flatMap(root ->
                root.getFieldDefinitions().stream()
                    .map(field -> Map.entry(field, operation(root) + call(field) + " }")));
    var ofTheUser =
        schema.getObjectType("User").getFieldDefinitions().stream()
            .map(field ->
                Map.entry(
                    field,
                    "{ _entities(representations: [{__typename: \"User\", id: \"%s\"}]) { ... on User { %s } } }"
                        .formatted(SOMEBODY, call(field))));
    return Stream.concat(roots, ofTheUser)
        .filter(field -> field.getValue().contains("u0000"))
        .map(field ->
            DynamicTest.dynamicTest(
                field.getKey().getName(), () -> isNoFault(field.getKey(), field.getValue())));
  }

  private void isNoFault(GraphQLFieldDefinition field, String document) {
    var token =
        switch (audience(field)) {
          case "ADMIN" -> Tokens.admin(SOMEBODY);
          case "SERVICE" -> Tokens.service("test");
          default -> Tokens.person(SOMEBODY);
        };
    var answer = graph.as(token).send(document);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.errorCodes())
        .as(document + answer.body())
        .doesNotContain("INTERNAL_SERVER_ERROR");
  }

  private static String operation(GraphQLObjectType root) {
    return root.getName().equals("Mutation") ? "mutation { " : "{ ";
  }

  /** The field with all its arguments, and the character in each text. */
  private static String call(GraphQLFieldDefinition field) {
    var arguments =
        field.getArguments().stream()
            .map(argument -> argument.getName() + ": " + withNul(argument.getType()))
            .collect(Collectors.joining(", "));
    return field.getName()
        + (arguments.isEmpty() ? "" : "(" + arguments + ")")
        + Samples.selection(field);
  }

  private static String withNul(GraphQLInputType type) {
    return switch (type) {
      case GraphQLNonNull nonNull -> withNul((GraphQLInputType) nonNull.getWrappedType());
      case GraphQLList list -> "[" + withNul((GraphQLInputType) list.getWrappedType()) + "]";
      case GraphQLInputObjectType input ->
          input.getFieldDefinitions().stream()
              .map(field -> field.getName() + ": " + withNul(field.getType()))
              .collect(Collectors.joining(", ", "{", "}"));
      default ->
          List.of("String", "ID").contains(GraphQLTypeUtil.simplePrint(type))
              ? "\"a\\u0000b\""
              : new Samples(SOMEBODY.toString()).value(type);
    };
  }

  private void isRefused(String token) {
    var answer = graph.as(token).send("{ __typename }");
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.firstErrorCode()).isEqualTo("UNAUTHENTICATED");
    assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
  }

  private static String audience(GraphQLFieldDefinition field) {
    return field.getAppliedDirective("access").getArgument("to").getValue();
  }

  private static Stream<GraphQLObjectType> objects(GraphQLSchema schema) {
    return schema.getAllTypesAsList().stream()
        .filter(GraphQLObjectType.class::isInstance)
        .map(GraphQLObjectType.class::cast)
        .filter(type -> !type.getName().startsWith("__"));
  }

  private static String named(GraphQLFieldDefinition field) {
    return GraphQLTypeUtil.unwrapAll(field.getType()).getName();
  }

  // DGS and the federation library add these to every schema.
  private static boolean isOfTheLibraries(String name) {
    return name.startsWith("federation__")
        || name.startsWith("link__")
        || List.of("ErrorType", "ErrorDetail", "String", "Boolean", "Int", "Float", "ID")
            .contains(name);
  }

  private static Stream<String> undescribed(GraphQLNamedSchemaElement type) {
    var name = type.getName();
    var itself = isBare(type) && !isRoot(name) ? Stream.of(name) : Stream.<String>empty();
    var parts =
        switch (type) {
          case GraphQLObjectType object ->
              object.getFieldDefinitions().stream()
                  .filter(field -> !field.getName().startsWith("_"))
                  .flatMap(field -> undescribedField(name, field));
          case GraphQLInputObjectType input ->
              input.getFieldDefinitions().stream()
                  .filter(SubgraphContract::isBare)
                  .map(field -> name + "." + field.getName());
          case GraphQLEnumType choice ->
              choice.getValues().stream()
                  .filter(SubgraphContract::isBare)
                  .map(value -> name + "." + value.getName());
          default -> Stream.<String>empty();
        };
    return Stream.concat(itself, parts);
  }

  private static Stream<String> undescribedField(String type, GraphQLFieldDefinition field) {
    var name = type + "." + field.getName();
    var arguments =
        field.getArguments().stream()
            .filter(SubgraphContract::isBare)
            .map(GraphQLArgument::getName)
            .map(argument -> name + "(" + argument + ")");
    return Stream.concat(isBare(field) ? Stream.of(name) : Stream.empty(), arguments);
  }

  private static boolean isRoot(String name) {
    return List.of("Query", "Mutation", "Subscription").contains(name);
  }

  private static boolean isBare(GraphQLNamedSchemaElement element) {
    return element.getDescription() == null || element.getDescription().isBlank();
  }
}
