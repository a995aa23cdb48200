package dev.lifeos.starter.error;

import dev.lifeos.starter.input.TextSize;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Turns violations of Bean Validation into {@link UserError}s. */
final class Violations {

  private static final int MAX_ERRORS = 100;

  private Violations() {}

  static List<UserError> errors(ConstraintViolationException violations) {
    return violations.getConstraintViolations().stream()
        .map(Violations::error)
        .sorted(Comparator.comparing((UserError error) -> String.join(".", error.path())))
        .limit(MAX_ERRORS)
        .toList();
  }

  private static UserError error(ConstraintViolation<?> violation) {
    var constraint =
        violation.getConstraintDescriptor().getAnnotation().annotationType().getSimpleName();
    return new UserError(
        code(constraint, violation.getInvalidValue(), violation),
        sentence(violation.getMessage()),
        path(violation.getPropertyPath()));
  }

  private static UserErrorCode code(
      String constraint, @Nullable Object value, ConstraintViolation<?> violation) {
    return switch (constraint) {
      case "NotNull", "NotBlank", "NotEmpty" -> UserErrorCode.REQUIRED;
      case "Min",
          "Max",
          "DecimalMin",
          "DecimalMax",
          "Digits",
          "Positive",
          "PositiveOrZero",
          "Negative",
          "NegativeOrZero",
          "Past",
          "PastOrPresent",
          "Future",
          "FutureOrPresent" ->
          UserErrorCode.OUT_OF_RANGE;
      case "Size" -> size(value, violation);
      default -> UserErrorCode.INVALID;
    };
  }

  private static UserErrorCode size(@Nullable Object value, ConstraintViolation<?> violation) {
    int max =
        Integer.parseInt(
            String.valueOf(violation.getConstraintDescriptor().getAttributes().get("max")));
    if (value instanceof CharSequence text) {
      return TextSize.of(text) > max ? UserErrorCode.TOO_LONG : UserErrorCode.TOO_SHORT;
    }
    var tooMany = value instanceof Collection<?> items && items.size() > max;
    return tooMany ? UserErrorCode.TOO_MANY : UserErrorCode.REQUIRED;
  }

  private static String sentence(String message) {
    var capital =
        message.isEmpty()
            ? "Invalid"
            : message.substring(0, 1).toUpperCase(Locale.ROOT) + message.substring(1);
    return capital.endsWith(".") ? capital : capital + ".";
  }

  private static List<String> path(Path propertyPath) {
    var path = new ArrayList<String>();
    for (var node : propertyPath) {
      if (node.getIndex() != null) {
        path.add(node.getIndex().toString());
      }
      if (isNamed(node)) {
        path.add(node.getName());
      }
    }
    return List.copyOf(path);
  }

  private static boolean isNamed(Path.Node node) {
    return node.getKind() == ElementKind.PARAMETER || node.getKind() == ElementKind.PROPERTY;
  }
}
