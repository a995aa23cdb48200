package dev.lifeos.finance.input;

import dev.lifeos.starter.error.InvalidInput;
import dev.lifeos.starter.error.UserError;
import dev.lifeos.starter.error.UserErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What is wrong with an input, gathered so that a person can correct all of it at once. */
public final class Problems {

  private static final int MAX = 100;

  private final List<UserError> errors;
  private final List<String> path;

  private Problems(List<UserError> errors, List<String> path) {
    this.errors = errors;
    this.path = path;
  }

  /** No problems yet, seen from that place in the arguments. */
  public static Problems in(String... path) {
    return new Problems(new ArrayList<>(), List.of(path));
  }

  /** The same problems, seen from one item of a list. */
  public Problems at(int index) {
    return new Problems(errors, path(Integer.toString(index)));
  }

  /** Adds a problem with one field. */
  public void add(UserErrorCode code, String message, String field) {
    errors.add(new UserError(code, message, path(field)));
  }

  /** Refuses the input if there are any. */
  public void throwIfAny() {
    if (!errors.isEmpty()) {
      throw new InvalidInput(errors.stream().limit(MAX).toList());
    }
  }

  private List<String> path(String last) {
    return Stream.concat(path.stream(), Stream.of(last)).toList();
  }
}
