package dev.lifeos.starter.input;

import com.netflix.graphql.dgs.exceptions.DgsInvalidInputArgumentException;
import com.netflix.graphql.dgs.internal.DefaultInputObjectMapper;
import com.netflix.graphql.dgs.internal.InputObjectMapper;
import java.util.Map;
import kotlin.reflect.KClass;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.ConversionException;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.support.DefaultConversionService;

/**
 * Makes input records of their values as DGS's own mapper does, to which everything else is left.
 * That one has the JVM describe the record anew each time: a quarter of the CPU for a batch of a
 * thousand vitals.
 */
final class RecordInputMapper implements InputObjectMapper {

  private final InputObjectMapper others = new DefaultInputObjectMapper(this);
  private final DefaultConversionService conversion = new DefaultConversionService();
  private final ClassValue<RecordShape> shapes =
      new ClassValue<>() {
        @Override
        protected RecordShape computeValue(Class<?> type) {
          return RecordShape.of(type);
        }
      };

  RecordInputMapper() {
    conversion.addConverter(new MapToInput(this));
  }

  @Override
  public <T> T mapToJavaObject(Map<String, ?> values, Class<T> type) {
    if (!type.isRecord()) {
      return others.mapToJavaObject(values, type);
    }
    var shape = shapes.get(type);
    var parts =
        shape.components().stream()
            .map(component ->
                values.containsKey(component.name())
                    ? convert(values.get(component.name()), component)
                    : null)
            .toArray();
    return type.cast(shape.make(parts));
  }

  @Override
  public <T> T mapToKotlinObject(Map<String, ?> values, KClass<T> type) {
    return others.mapToKotlinObject(values, type);
  }

  private @Nullable Object convert(@Nullable Object value, RecordShape.Component component) {
    var to = component.type();
    if (component.isPlain() && to.getType().isInstance(value)) {
      return value;
    }
    try {
      return conversion.convert(value, TypeDescriptor.forObject(value), to);
    } catch (ConversionException failed) {
      throw new DgsInvalidInputArgumentException(
          "Failed to convert value %s to %s".formatted(value, to), failed);
    }
  }
}
