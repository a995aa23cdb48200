package dev.lifeos.starter.error;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person can correct in a mutation's input.
 *
 * @param code a {@link UserErrorCode}, or a value with which a subgraph extends it
 * @param message what to tell the person
 * @param path where in the arguments it is, from {@code input} on
 * @param retryAfter from when on the same may be sent again; null where waiting does not help
 */
public record UserError(
    Enum<?> code, String message, List<String> path, @Nullable Instant retryAfter) {

  /** A mistake that waiting does not mend. */
  public UserError(Enum<?> code, String message, List<String> path) {
    this(code, message, path, null);
  }
}
