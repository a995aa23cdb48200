package dev.lifeos.test;

import dev.lifeos.test.AccessElement.Step;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Finds everything in a schema that carries {@code @access}, and the shortest way to it. */
final class AccessElements {

  private final GraphQLSchema schema;
  private final Set<String> entities;
  private final Map<String, Way> ways = new LinkedHashMap<>();

  private AccessElements(GraphQLSchema schema, Set<String> entities) {
    this.schema = schema;
    this.entities = entities;
  }

  /** The elements in an order in which what changes something comes last. */
  static List<AccessElement> of(GraphQLSchema schema, Set<String> entities) {
    var elements = new AccessElements(schema, entities);
    elements.findWays();
    return Stream.of(
            elements.ofEntities(),
            elements.ofFields(),
            elements.ofRoot(schema.getQueryType()),
            elements.ofRoot(schema.getSubscriptionType()),
            elements.ofRoot(schema.getMutationType()))
        .flatMap(each -> each)
        .toList();
  }

  private Stream<AccessElement> ofEntities() {
    return entityTypes().map(type -> AccessElement.of(type.getName(), type, List.of()));
  }

  // Where nothing leads to a type, its fields have no way: the matrix says so.
  private Stream<AccessElement> ofFields() {
    return objects()
        .filter(type -> !isRoot(type))
        .flatMap(type -> guarded(type).map(field -> element(type, field)));
  }

  private AccessElement element(GraphQLObjectType type, GraphQLFieldDefinition field) {
    var way = ways.get(type.getName());
    if (way == null) {
      throw new AssertionError(
          "%s.%s has @access, but neither a query nor an entity leads to it"
              .formatted(type.getName(), field.getName()));
    }
    return AccessElement.of(
        type.getName() + "." + field.getName(), way.start(), way.and(new Step(type, field)));
  }

  private Stream<AccessElement> ofRoot(GraphQLObjectType root) {
    return Stream.ofNullable(root)
        .flatMap(type ->
            guarded(type)
                .map(field ->
                    AccessElement.of(
                        type.getName() + "." + field.getName(),
                        type,
                        List.of(new Step(type, field)))));
  }

  private void findWays() {
    var open = new ArrayDeque<GraphQLObjectType>();
    Stream.concat(entityTypes(), Stream.of(schema.getQueryType()))
        .forEach(type -> {
          ways.put(type.getName(), new Way(type, List.of()));
          open.add(type);
        });
    while (!open.isEmpty()) {
      var type = open.poll();
      var way = Objects.requireNonNull(ways.get(type.getName()));
      for (var field : type.getFieldDefinitions()) {
        for (var next : behind(field)) {
          if (ways.putIfAbsent(next.getName(), new Way(way.start(), way.and(new Step(type, field))))
              == null) {
            open.add(next);
          }
        }
      }
    }
  }

  private List<GraphQLObjectType> behind(GraphQLFieldDefinition field) {
    // _entities and _service are not ways, but doors.
    if (field.getName().startsWith("_")) {
      return List.of();
    }
    return switch ((GraphQLNamedType) GraphQLTypeUtil.unwrapAll(field.getType())) {
      case GraphQLObjectType object -> List.of(object);
      case GraphQLInterfaceType some -> schema.getImplementations(some);
      case GraphQLUnionType some ->
          some.getTypes().stream().map(GraphQLObjectType.class::cast).toList();
      default -> List.of();
    };
  }

  private Stream<GraphQLObjectType> entityTypes() {
    return objects().filter(type -> entities.contains(type.getName()));
  }

  private Stream<GraphQLObjectType> objects() {
    return schema.getAllTypesAsList().stream()
        .filter(GraphQLObjectType.class::isInstance)
        .map(GraphQLObjectType.class::cast);
  }

  private boolean isRoot(GraphQLObjectType type) {
    return type == schema.getQueryType()
        || type == schema.getMutationType()
        || type == schema.getSubscriptionType();
  }

  private static Stream<GraphQLFieldDefinition> guarded(GraphQLObjectType type) {
    return type.getFieldDefinitions().stream().filter(field -> field.hasAppliedDirective("access"));
  }

  private record Way(GraphQLObjectType start, List<Step> steps) {

    List<Step> and(Step step) {
      var longer = new ArrayList<>(steps);
      longer.add(step);
      return List.copyOf(longer);
    }
  }
}
