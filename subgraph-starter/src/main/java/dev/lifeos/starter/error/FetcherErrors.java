package dev.lifeos.starter.error;

import dev.lifeos.starter.web.CorrelationId;
import graphql.GraphQLError;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.springframework.graphql.execution.SubscriptionExceptionResolver;
import reactor.core.publisher.Mono;

/** Makes typed errors of what fetchers and subscriptions throw. */
class FetcherErrors implements DataFetcherExceptionHandler, SubscriptionExceptionResolver {

  @Override
  public CompletableFuture<DataFetcherExceptionHandlerResult> handleException(
      DataFetcherExceptionHandlerParameters parameters) {
    var fault = Errors.fault(parameters.getException());
    var location = parameters.getSourceLocation();
    var error =
        new TypedError(
            fault.getMessage(),
            parameters.getPath().toList(),
            location == null ? null : List.of(location),
            Map.of("code", fault.code().name()));
    return CompletableFuture.completedFuture(
        DataFetcherExceptionHandlerResult.newResult(error).build());
  }

  @Override
  public Mono<List<GraphQLError>> resolveException(Throwable exception) {
    var fault = Errors.fault(exception);
    var extensions =
        Map.<String, Object>of(
            "code", fault.code().name(), CorrelationId.KEY, CorrelationId.current());
    var error = new TypedError(fault.getMessage(), null, null, extensions);
    return Mono.just(List.of(error));
  }
}
