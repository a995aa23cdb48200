package dev.lifeos.starter.input;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.constraints.Size;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Measures lists; there beside {@link TextSize}, which replaces all that Bean Validation has. */
public class ListSize implements ConstraintValidator<Size, Collection<?>> {

  private int min;
  private int max;

  @Override
  public void initialize(Size size) {
    min = size.min();
    max = size.max();
  }

  @Override
  public boolean isValid(@Nullable Collection<?> items, ConstraintValidatorContext context) {
    return items == null || (min <= items.size() && items.size() <= max);
  }
}
