package dev.lifeos.starter.error;

import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** Finds what really failed. */
public final class Throwables {

  private Throwables() {}

  /** Takes off the wrappers that futures and reflection put around an exception. */
  public static Throwable unwrap(Throwable failure) {
    var current = failure;
    while (isWrapper(current) && current.getCause() != null) {
      current = current.getCause();
    }
    return current;
  }

  private static boolean isWrapper(Throwable failure) {
    return failure instanceof CompletionException
        || failure instanceof ExecutionException
        || failure instanceof InvocationTargetException;
  }
}
