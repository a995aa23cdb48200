package dev.lifeos.starter.input;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Measures texts in characters (code points), as people and PostgreSQL do; Bean Validation counts
 * UTF-16's.
 */
public class TextSize implements ConstraintValidator<Size, CharSequence> {

  private int min;
  private int max;

  @Override
  public void initialize(Size size) {
    min = size.min();
    max = size.max();
  }

  @Override
  public boolean isValid(@Nullable CharSequence text, ConstraintValidatorContext context) {
    if (text == null) {
      return true;
    }
    var length = of(text);
    return min <= length && length <= max;
  }

  /** How many characters a text has. */
  public static int of(CharSequence text) {
    return Character.codePointCount(text, 0, text.length());
  }
}
