package dev.lifeos.test;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLTypeUtil;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Writes calls of any field, with values that fit the schema.
 *
 * @param id what stands where an id or a text is asked for
 */
record Samples(String id) {

  /** The field with the arguments that it must have. */
  String call(GraphQLFieldDefinition field) {
    return call(field, Samples::isRequired);
  }

  /** The field with all arguments that it may have. */
  String callInFull(GraphQLFieldDefinition field) {
    return call(field, argument -> true);
  }

  private String call(GraphQLFieldDefinition field, Predicate<GraphQLArgument> which) {
    var arguments =
        field.getArguments().stream()
            .filter(which)
            .map(argument -> argument.getName() + ": " + value(argument.getType()))
            .collect(Collectors.joining(", "));
    return field.getName() + (arguments.isEmpty() ? "" : "(" + arguments + ")");
  }

  /** What must be selected on the field: nothing on a leaf. */
  static String selection(GraphQLFieldDefinition field) {
    var isLeaf = GraphQLTypeUtil.isLeaf(GraphQLTypeUtil.unwrapAll(field.getType()));
    return isLeaf ? "" : " { __typename }";
  }

  /** A value of that type; of an input object, the fields that it must have. */
  String value(GraphQLInputType type) {
    return switch (type) {
      case GraphQLNonNull nonNull -> value((GraphQLInputType) nonNull.getWrappedType());
      case GraphQLList list -> "[" + value((GraphQLInputType) list.getWrappedType()) + "]";
      case GraphQLEnumType choice -> choice.getValues().getFirst().getName();
      case GraphQLInputObjectType input -> object(input);
      default -> scalar(GraphQLTypeUtil.simplePrint(type));
    };
  }

  private String object(GraphQLInputObjectType input) {
    return input.getFieldDefinitions().stream()
        .filter(field -> field.getType() instanceof GraphQLNonNull)
        .filter(field -> !field.hasSetDefaultValue())
        .map(field -> field.getName() + ": " + value(field.getType()))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private String scalar(String name) {
    return switch (name) {
      case "Int", "Decimal" -> "1";
      case "Boolean" -> "true";
      case "DateTime" -> "\"2026-01-01T00:00:00Z\"";
      case "LocalDate" -> "\"2026-01-01\"";
      case "LocalTime" -> "\"08:00\"";
      case "TimeZone" -> "\"Europe/Berlin\"";
      case "CurrencyCode" -> "\"EUR\"";
      case "EmailAddress" -> "\"a@example.org\"";
      case "PhoneNumber" -> "\"+4930123456\"";
      case "URL" -> "\"https://example.org\"";
      case "Locale" -> "\"de\"";
      default -> "\"" + id + "\"";
    };
  }

  private static boolean isRequired(GraphQLArgument argument) {
    return argument.getType() instanceof GraphQLNonNull && !argument.hasSetDefaultValue();
  }
}
