package dev.lifeos.starter.error;

import java.time.Instant;
import java.util.List;

/**
 * Thrown below a mutation when the person can correct the input. It rolls the transaction back, and
 * the mutation answers with a payload that has nothing but these errors.
 */
public final class InvalidInput extends RuntimeException {

  private final transient List<UserError> errors;

  /**
   * @param errors at least one
   */
  public InvalidInput(List<UserError> errors) {
    super("invalid input", null, false, false);
    this.errors = List.copyOf(errors);
  }

  /**
   * One error.
   *
   * @param path where in the arguments it is, from {@code input} on
   */
  public static InvalidInput of(Enum<?> code, String message, String... path) {
    return new InvalidInput(List.of(new UserError(code, message, List.of(path))));
  }

  /**
   * One error that mends itself.
   *
   * @param retryAt from when on the same may be sent again
   * @param path where in the arguments it is, from {@code input} on
   */
  public static InvalidInput retryAt(
      Enum<?> code, String message, Instant retryAt, String... path) {
    return new InvalidInput(List.of(new UserError(code, message, List.of(path), retryAt)));
  }

  /** What is to be corrected. */
  public List<UserError> errors() {
    return errors;
  }
}
