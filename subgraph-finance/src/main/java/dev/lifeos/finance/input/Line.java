package dev.lifeos.finance.input;

import jakarta.validation.Constraint;
import jakarta.validation.OverridesAttribute;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A text of one line: no control characters, and nothing that is no character at all. */
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
@Size
@Pattern(regexp = "[^\\p{Cc}\\p{Cs}]*", message = "must be one line of text")
public @interface Line {

  /** The most characters. */
  @OverridesAttribute(constraint = Size.class, name = "max")
  int max();

  /** As Bean Validation wants it. */
  String message() default "must be one line of text";

  /** As Bean Validation wants it. */
  Class<?>[] groups() default {};

  /** As Bean Validation wants it. */
  Class<? extends Payload>[] payload() default {};
}
