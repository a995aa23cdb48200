package dev.lifeos.starter.access;

import com.netflix.graphql.dgs.internal.EntityFetcherRegistry;
import graphql.schema.GraphQLAppliedDirective;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.graphql.execution.GraphQlSource;

/**
 * Refuses to start on a schema that leaves open who may see what, or an entity that nothing
 * fetches.
 */
class SchemaRules implements SmartInitializingSingleton {

  private static final Set<String> FEDERATION_FIELDS = Set.of("_service", "_entities");

  private final GraphQlSource source;
  private final EntityFetcherRegistry fetchers;

  SchemaRules(GraphQlSource source, EntityFetcherRegistry fetchers) {
    this.source = source;
    this.fetchers = fetchers;
  }

  @Override
  public void afterSingletonsInstantiated() {
    var broken = broken(source.schema(), fetchers.getEntityFetchers().keySet());
    if (!broken.isEmpty()) {
      throw new IllegalStateException(
          "The schema is not safe to serve:\n  " + String.join("\n  ", broken));
    }
  }

  static List<String> broken(GraphQLSchema schema, Set<String> fetched) {
    var broken = new ArrayList<String>();
    roots(schema).forEach(root -> broken.addAll(openRootFields(root)));
    for (var type : schema.getAllTypesAsList()) {
      if (type instanceof GraphQLObjectType object && isEntity(object)) {
        broken.addAll(brokenEntity(object, fetched));
      }
    }
    var user = schema.getObjectType("User");
    if (user != null) {
      broken.addAll(openUserFields(user));
    }
    return broken;
  }

  private static Stream<GraphQLObjectType> roots(GraphQLSchema schema) {
    return Stream.of(schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType())
        .filter(Objects::nonNull);
  }

  private static List<String> openRootFields(GraphQLObjectType root) {
    return root.getFieldDefinitions().stream()
        .filter(field -> !FEDERATION_FIELDS.contains(field.getName()))
        .flatMap(field -> rootField(root, field))
        .toList();
  }

  private static Stream<String> rootField(GraphQLObjectType root, GraphQLFieldDefinition field) {
    var name = root.getName() + "." + field.getName();
    var access = field.getAppliedDirective(AccessRule.DIRECTIVE);
    if (access == null) {
      return Stream.of(name + " has no @access");
    }
    return AccessRule.of(access).to() == Audience.SELF
        ? Stream.of(name + " has @access(to: SELF), but a root field has no owner: use SIGNED_IN")
        : Stream.empty();
  }

  private static List<String> openUserFields(GraphQLObjectType user) {
    return user.getFieldDefinitions().stream()
        .filter(field -> !field.getName().equals("id") && !field.hasAppliedDirective("external"))
        .filter(field -> !field.hasAppliedDirective(AccessRule.DIRECTIVE))
        .map(field -> "User." + field.getName() + " has no @access")
        .toList();
  }

  private static boolean isEntity(GraphQLObjectType type) {
    return type.getAppliedDirectives("key").stream().anyMatch(SchemaRules::isResolvable);
  }

  private static boolean isResolvable(GraphQLAppliedDirective key) {
    var resolvable = key.getArgument("resolvable");
    return resolvable == null || !Boolean.FALSE.equals(resolvable.getValue());
  }

  private static List<String> brokenEntity(GraphQLObjectType type, Set<String> fetched) {
    var broken = new ArrayList<String>();
    if (!type.hasAppliedDirective(AccessRule.DIRECTIVE)) {
      broken.add(type.getName() + " has a @key but no @access");
    }
    if (!fetched.contains(type.getName())) {
      broken.add(type.getName() + " has a @key but no @DgsEntityFetcher");
    }
    return broken;
  }
}
