package dev.lifeos.starter.scalar;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.CoercingSerializeException;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A scalar that is a text on the wire and a value of some class in Java. */
final class TextCoercing<T> implements Coercing<T, String> {

  private static final int MAX_LENGTH = 2_048;

  private final String refusal;
  private final Class<T> type;
  private final Function<String, T> parse;
  private final Function<T, String> format;

  /**
   * @param refusal what a text is said to be that is not one
   */
  TextCoercing(
      String refusal, Class<T> type, Function<String, T> parse, Function<T, String> format) {
    this.refusal = refusal;
    this.type = type;
    this.parse = parse;
    this.format = format;
  }

  @Override
  public String serialize(Object value, GraphQLContext context, Locale locale) {
    if (!type.isInstance(value)) {
      throw new CoercingSerializeException("No " + type + " is made of a " + value.getClass());
    }
    return format.apply(type.cast(value));
  }

  @Override
  public T parseValue(Object input, GraphQLContext context, Locale locale) {
    // A text is still to be checked, even where the Java value is a text too.
    if (!(input instanceof String) && type.isInstance(input)) {
      return type.cast(input);
    }
    try {
      return parse(input instanceof String || input instanceof Number ? input.toString() : null);
    } catch (RuntimeException malformed) {
      throw new CoercingParseValueException(refusal);
    }
  }

  @Override
  public T parseLiteral(
      Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
    try {
      return parse(text(input));
    } catch (RuntimeException malformed) {
      throw new CoercingParseLiteralException(refusal);
    }
  }

  @Override
  public Value<?> valueToLiteral(Object input, GraphQLContext context, Locale locale) {
    return StringValue.of(input instanceof String text ? text : serialize(input, context, locale));
  }

  private T parse(@Nullable String text) {
    if (text == null || text.length() > MAX_LENGTH) {
      throw new IllegalArgumentException();
    }
    return parse.apply(text);
  }

  private static @Nullable String text(Value<?> literal) {
    return switch (literal) {
      case StringValue text -> text.getValue();
      case IntValue number -> number.getValue().toString();
      case FloatValue number -> number.getValue().toString();
      default -> null;
    };
  }
}
