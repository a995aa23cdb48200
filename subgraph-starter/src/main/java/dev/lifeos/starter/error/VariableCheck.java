package dev.lifeos.starter.error;

import graphql.GraphQLContext;
import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.Type;
import graphql.language.TypeName;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the first value in a variable that does not fit its type. */
final class VariableCheck {

  private final GraphQLSchema schema;

  VariableCheck(GraphQLSchema schema) {
    this.schema = schema;
  }

  /** Where the problem is, and what it is. */
  Optional<String> problem(Type<?> type, @Nullable Object value, String path) {
    var known = type(type);
    return known == null ? Optional.empty() : look(known, value, path);
  }

  private @Nullable GraphQLType type(Type<?> type) {
    return switch (type) {
      case NonNullType nonNull -> {
        var wrapped = type(nonNull.getType());
        yield wrapped == null ? null : GraphQLNonNull.nonNull(wrapped);
      }
      case ListType list -> {
        var wrapped = type(list.getType());
        yield wrapped == null ? null : GraphQLList.list(wrapped);
      }
      case TypeName name -> schema.getType(name.getName());
      default -> null;
    };
  }

  private Optional<String> look(GraphQLType type, @Nullable Object value, String path) {
    if (value == null) {
      return type instanceof GraphQLNonNull ? at(path, "A value is required.") : Optional.empty();
    }
    return switch (type) {
      case GraphQLNonNull nonNull -> look(nonNull.getWrappedType(), value, path);
      case GraphQLList list -> items(list.getWrappedType(), value, path);
      case GraphQLInputObjectType object -> fields(object, value, path);
      case GraphQLScalarType scalar -> scalar(scalar, value, path);
      case GraphQLEnumType choice when choice.getValue(value.toString()) == null ->
          at(path, "Not a value of '" + choice.getName() + "'.");
      default -> Optional.empty();
    };
  }

  private Optional<String> items(GraphQLType type, Object value, String path) {
    if (!(value instanceof Collection<?> items)) {
      return look(type, value, path);
    }
    var index = 0;
    for (var item : items) {
      var problem = look(type, item, path + "[" + index++ + "]");
      if (problem.isPresent()) {
        return problem;
      }
    }
    return Optional.empty();
  }

  private Optional<String> fields(GraphQLInputObjectType type, Object value, String path) {
    if (!(value instanceof Map<?, ?> fields)) {
      return at(path, "An object is expected.");
    }
    for (var name : fields.keySet()) {
      if (type.getFieldDefinition(String.valueOf(name)) == null) {
        return at(path, "There is no field '" + name + "'.");
      }
    }
    return type.getFieldDefinitions().stream()
        .filter(field -> fields.containsKey(field.getName()) || !field.hasSetDefaultValue())
        .map(field -> field(field, fields.get(field.getName()), path))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<String> field(
      GraphQLInputObjectField field, @Nullable Object value, String path) {
    return look(field.getType(), value, path + "." + field.getName());
  }

  private static Optional<String> scalar(GraphQLScalarType scalar, Object value, String path) {
    try {
      scalar.getCoercing().parseValue(value, GraphQLContext.getDefault(), Locale.ENGLISH);
      return Optional.empty();
    } catch (CoercingParseValueException refused) {
      return at(path, refused.getMessage());
    }
  }

  private static Optional<String> at(String path, @Nullable String problem) {
    return Optional.of(path + ": " + problem);
  }
}
