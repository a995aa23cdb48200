package dev.lifeos.starter.input;

import dev.lifeos.starter.error.InvalidInput;
import dev.lifeos.starter.error.UserError;
import dev.lifeos.starter.error.UserErrorCode;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Looks through the arguments of a field for what no subgraph accepts: the character U+0000, which
 * PostgreSQL cannot store, and ids that are none, so that there is no such record.
 */
public final class Arguments {

  private static final int MAX_ERRORS = 100;

  private final List<UserError> errors = new ArrayList<>();
  private final Deque<String> path = new ArrayDeque<>();

  private Arguments() {}

  /**
   * Lets acceptable arguments through.
   *
   * @throws InvalidInput with the place of everything that is not
   */
  public static void check(DataFetchingEnvironment env) {
    var arguments = new Arguments();
    for (var argument : env.getFieldDefinition().getArguments()) {
      arguments.look(argument.getName(), argument.getType(), env.getArgument(argument.getName()));
    }
    if (!arguments.errors.isEmpty()) {
      throw new InvalidInput(arguments.errors);
    }
  }

  private void look(String name, GraphQLInputType type, @Nullable Object value) {
    if (value == null || errors.size() == MAX_ERRORS) {
      return;
    }
    path.addLast(name);
    switch (GraphQLTypeUtil.unwrapNonNull(type)) {
      case GraphQLList list when value instanceof Collection<?> items -> each(list, items);
      case GraphQLInputObjectType object when value instanceof Map<?, ?> fields ->
          object
              .getFieldDefinitions()
              .forEach(
                  field -> look(field.getName(), field.getType(), fields.get(field.getName())));
      case GraphQLScalarType scalar when value instanceof String text -> read(scalar, text);
      default -> {}
    }
    path.removeLast();
  }

  private void each(GraphQLList list, Collection<?> items) {
    var type = (GraphQLInputType) list.getWrappedType();
    var index = 0;
    for (var item : items) {
      look(Integer.toString(index++), type, item);
    }
  }

  private void read(GraphQLScalarType scalar, String text) {
    // JSON is stored as JSON, which has an escape for it.
    if (!scalar.getName().equals("JSON") && text.indexOf('\0') >= 0) {
      add(UserErrorCode.INVALID, "Text cannot contain the character U+0000.");
    } else if (scalar.getName().equals("ID") && !isId(text)) {
      add(UserErrorCode.NOT_FOUND, "This is not an id, so there is no such record.");
    }
  }

  private void add(UserErrorCode code, String message) {
    errors.add(new UserError(code, message, List.copyOf(path)));
  }

  private static boolean isId(String text) {
    try {
      UUID.fromString(text);
      return true;
    } catch (IllegalArgumentException malformed) {
      return false;
    }
  }
}
