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

/** A text of any number of lines: no control characters but tabs and line ends. */
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
@Size
@Pattern(regexp = "[\\t\\n\\r[^\\p{Cc}\\p{Cs}]]*", message = "must be text")
public @interface Paragraphs {

  /** The most characters. */
  @OverridesAttribute(constraint = Size.class, name = "max")
  int max();

  /** As Bean Validation wants it. */
  String message() default "must be text";

  /** As Bean Validation wants it. */
  Class<?>[] groups() default {};

  /** As Bean Validation wants it. */
  Class<? extends Payload>[] payload() default {};
}
