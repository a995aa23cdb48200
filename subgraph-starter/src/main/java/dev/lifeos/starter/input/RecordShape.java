package dev.lifeos.starter.input;

import com.netflix.graphql.dgs.exceptions.DgsInvalidInputArgumentException;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.core.convert.TypeDescriptor;

/** How a record is made: found out once for each type. */
record RecordShape(Constructor<?> constructor, List<Component> components) {

  /**
   * One of its parts.
   *
   * @param isPlain whether an instance of the type is what is wanted, as it is not of a {@code
   *     List<…>}
   */
  record Component(String name, TypeDescriptor type, boolean isPlain) {}

  static RecordShape of(Class<?> type) {
    var components = type.getRecordComponents();
    var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      var constructor = type.getDeclaredConstructor(types);
      constructor.trySetAccessible();
      return new RecordShape(
          constructor, Arrays.stream(components).map(RecordShape::part).toList());
    } catch (NoSuchMethodException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Component part(RecordComponent component) {
    var generic = component.getGenericType();
    var type = new TypeDescriptor(ResolvableType.forType(generic), null, null);
    return new Component(component.getName(), type, generic instanceof Class);
  }

  Object make(@Nullable Object[] parts) {
    try {
      return constructor.newInstance(parts);
    } catch (ReflectiveOperationException failed) {
      throw new DgsInvalidInputArgumentException(
          "Failed to construct record, class=" + constructor.getDeclaringClass().getSimpleName(),
          failed);
    }
  }
}
