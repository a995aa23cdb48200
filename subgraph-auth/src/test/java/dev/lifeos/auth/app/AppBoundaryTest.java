package dev.lifeos.auth.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import dev.lifeos.auth.key.AccessTokens;
import dev.lifeos.auth.session.StepUp;
import dev.lifeos.starter.access.Caller;
import dev.lifeos.starter.access.Role;
import dev.lifeos.starter.error.InvalidInput;
import dev.lifeos.test.Graph;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLTypeUtil;
import java.text.ParseException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.execution.GraphQlSource;

/**
 * What an app's token reaches in auth, of whatever scopes: built from the schema, so that a new
 * field is closed to apps until somebody opens it, here too.
 */
class AppBoundaryTest extends AppTest {

  private static final Set<String> OPEN =
      Set.of(
          "me",
          "email",
          "emailVerified",
          "fullName",
          "phoneNumber",
          "timeZone",
          "locale",
          "avatar",
          "createdAt");

  @Autowired private GraphQlSource source;
  @Autowired private AccessTokens tokens;
  @Autowired private StepUp stepUp;

  @TestFactory
  Stream<DynamicTest> an_app_reaches_nothing_that_is_not_open_to_it() {
    var person = somebody();
    var app = graph.as(mighty(person, granted(person, publicApp("HEALTH_READ"), "HEALTH_READ")));
    var schema = source.schema();
    return Stream.concat(
        Stream.of(schema.getQueryType(), schema.getMutationType())
            .flatMap(root -> closed(root).map(field -> refused(app, field, root(root, field)))),
        closed(schema.getObjectType("User"))
            .map(field -> refused(app, field, "{ me { " + call(field) + " } }")));
  }

  @Test
  void the_persons_own_token_is_not_an_apps() {
    var ann = somebody();
    assertThat(
            as(ann).send("{ me { sessions { edges { cursor } } roles } }").ok().data("me.roles.0"))
        .isEqualTo("USER");
  }

  @Test
  void nobody_steps_up_in_the_session_of_an_app() throws Exception {
    var ann = somebody();
    var granted = granted(ann, publicApp("PROFILE_READ"), "PROFILE_READ");
    var caller =
        new Caller(
            ann.id(),
            sid(granted.accessToken()),
            Set.of("profile:write"),
            Set.of(Role.USER),
            Instant.MAX,
            ZoneOffset.UTC);
    stepUp.done(caller);
    Assertions.assertThatThrownBy(() -> stepUp.require(caller)).isInstanceOf(InvalidInput.class);
  }

  // With every scope there is, as if some day one were given that should not be.
  private String mighty(Somebody person, Granted granted) {
    var scopes = List.of("profile:read", "profile:write", "admin", "health:read");
    var client = UUID.randomUUID();
    return tokens
        .issueToApp(
            client,
            UUID.fromString(person.id()),
            UUID.fromString(sid(granted.accessToken())),
            scopes,
            null)
        .value();
  }

  private static String sid(String token) {
    try {
      return SignedJWT.parse(token).getJWTClaimsSet().getStringClaim("sid");
    } catch (ParseException malformed) {
      throw new IllegalStateException(malformed);
    }
  }

  private static Stream<GraphQLFieldDefinition> closed(GraphQLObjectType type) {
    return type.getFieldDefinitions().stream()
        .filter(field -> field.hasAppliedDirective("access"))
        .filter(field ->
            !"PUBLIC".equals(field.getAppliedDirective("access").getArgument("to").getValue()))
        .filter(field -> !OPEN.contains(field.getName()));
  }

  private static DynamicTest refused(Graph app, GraphQLFieldDefinition field, String document) {
    return DynamicTest.dynamicTest(
        field.getName(),
        () -> {
          var answer = app.send(document);
          assertThat(answer.errorCodes()).as(document + answer.body()).containsOnly("FORBIDDEN");
          assertThat(answer.body()).contains("An app may not do this");
        });
  }

  private static String root(GraphQLObjectType root, GraphQLFieldDefinition field) {
    return (root.getName().equals("Mutation") ? "mutation { " : "{ ") + call(field) + " }";
  }

  private static String call(GraphQLFieldDefinition field) {
    var arguments =
        field.getArguments().stream()
            .filter(argument -> argument.getType() instanceof GraphQLNonNull)
            .map(AppBoundaryTest::argument)
            .collect(Collectors.joining(", "));
    var isLeaf = GraphQLTypeUtil.isLeaf(GraphQLTypeUtil.unwrapAll(field.getType()));
    return field.getName()
        + (arguments.isEmpty() ? "" : "(" + arguments + ")")
        + (isLeaf ? "" : " { __typename }");
  }

  private static String argument(GraphQLArgument argument) {
    return argument.getName() + ": " + sample(argument.getType());
  }

  private static String sample(GraphQLInputType type) {
    return switch (type) {
      case GraphQLNonNull nonNull -> sample((GraphQLInputType) nonNull.getWrappedType());
      case GraphQLList list -> "[" + sample((GraphQLInputType) list.getWrappedType()) + "]";
      case GraphQLEnumType choice -> choice.getValues().getFirst().getName();
      case GraphQLInputObjectType input ->
          input.getFieldDefinitions().stream()
              .filter(field -> field.getType() instanceof GraphQLNonNull)
              .filter(field -> !field.hasSetDefaultValue())
              .map(field -> field.getName() + ": " + sample(field.getType()))
              .collect(Collectors.joining(", ", "{", "}"));
      default ->
          SCALARS.getOrDefault(GraphQLTypeUtil.simplePrint(type), "\"" + UUID.randomUUID() + "\"");
    };
  }

  private static final Map<String, String> SCALARS =
      Map.ofEntries(
          Map.entry("Int", "1"),
          Map.entry("Decimal", "1"),
          Map.entry("Boolean", "true"),
          Map.entry("JSON", "{}"),
          Map.entry("DateTime", "\"2026-01-01T00:00:00Z\""),
          Map.entry("LocalDate", "\"2026-01-01\""),
          Map.entry("LocalTime", "\"08:00\""),
          Map.entry("TimeZone", "\"Europe/Berlin\""),
          Map.entry("CurrencyCode", "\"EUR\""),
          Map.entry("EmailAddress", "\"a@example.org\""),
          Map.entry("PhoneNumber", "\"+4930123456\""),
          Map.entry("URL", "\"https://example.org\""),
          Map.entry("Locale", "\"de\""));
}
