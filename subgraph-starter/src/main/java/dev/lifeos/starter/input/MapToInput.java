package dev.lifeos.starter.input;

import com.netflix.graphql.dgs.internal.InputObjectMapper;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.ConditionalGenericConverter;

/** Makes the inputs that lie within another input, alone or in lists. */
record MapToInput(InputObjectMapper mapper) implements ConditionalGenericConverter {

  @Override
  public Set<ConvertiblePair> getConvertibleTypes() {
    return Set.of(new ConvertiblePair(Map.class, Object.class));
  }

  // An optional input is made by the converter of Optional, which asks this one for what is in it.
  @Override
  public boolean matches(TypeDescriptor from, TypeDescriptor to) {
    return to.getType() != Optional.class;
  }

  @Override
  @SuppressWarnings("unchecked") // GraphQL's input objects have names as keys.
  public @Nullable Object convert(@Nullable Object values, TypeDescriptor from, TypeDescriptor to) {
    return values == null ? null : mapper.mapToJavaObject((Map<String, ?>) values, to.getType());
  }
}
