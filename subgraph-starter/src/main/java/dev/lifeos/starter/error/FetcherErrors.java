package dev.lifeos.starter.error;

import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
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
    var error =
        GraphqlErrorBuilder.newError(parameters.getDataFetchingEnvironment())
            .message("%s", fault.getMessage())
            .extensions(Map.of("code", fault.code().name()))
            .build();
    return CompletableFuture.completedFuture(
        DataFetcherExceptionHandlerResult.newResult(error).build());
  }

  @Override
  public Mono<List<GraphQLError>> resolveException(Throwable exception) {
    var fault = Errors.fault(exception);
    var error =
        GraphqlErrorBuilder.newError()
            .message("%s", fault.getMessage())
            .extensions(Map.of("code", fault.code().name()))
            .build();
    return Mono.just(List.of(error));
  }
}
