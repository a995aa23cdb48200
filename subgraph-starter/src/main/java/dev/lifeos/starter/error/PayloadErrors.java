package dev.lifeos.starter.error;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import jakarta.validation.ConstraintViolationException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A mutation's fetcher that answers with a payload of {@code errors} when the person can correct
 * the input.
 */
public final class PayloadErrors implements DataFetcher<Object> {

  private final DataFetcher<?> fetcher;

  /**
   * @param fetcher what carries the mutation out
   */
  public PayloadErrors(DataFetcher<?> fetcher) {
    this.fetcher = fetcher;
  }

  @Override
  public @Nullable Object get(DataFetchingEnvironment env) throws Exception {
    try {
      var result = fetcher.get(env);
      return result instanceof CompletionStage<?> stage ? recover(stage) : result;
    } catch (InvalidInput | ConstraintViolationException invalid) {
      return payload(invalid);
    }
  }

  private static CompletionStage<?> recover(CompletionStage<?> stage) {
    return stage
        .handle((value, failure) -> failure == null ? done(value) : recovered(failure))
        .thenCompose(future -> future);
  }

  private static CompletableFuture<Object> done(@Nullable Object value) {
    return CompletableFuture.completedFuture(value);
  }

  private static CompletableFuture<Object> recovered(Throwable failure) {
    var cause = Throwables.unwrap(failure);
    return cause instanceof InvalidInput || cause instanceof ConstraintViolationException
        ? CompletableFuture.completedFuture(payload(cause))
        : CompletableFuture.failedFuture(cause);
  }

  private static Map<String, List<UserError>> payload(Throwable invalid) {
    return Map.of("errors", errors(invalid));
  }

  private static List<UserError> errors(Throwable invalid) {
    return invalid instanceof ConstraintViolationException violations
        ? Violations.errors(violations)
        : ((InvalidInput) invalid).errors();
  }
}
