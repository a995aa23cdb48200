package dev.lifeos.starter.access;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.federation.DefaultDgsFederationResolver;
import dev.lifeos.starter.error.ErrorCode;
import dev.lifeos.starter.error.Fault;
import dev.lifeos.starter.error.Throwables;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherResult;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Answers {@code _entities}: the type's {@code @access} is checked before an entity is fetched, and
 * its owner after. What belongs to somebody else is null, like what does not exist, so that ids
 * cannot be probed.
 */
@DgsComponent
class EntityResolver extends DefaultDgsFederationResolver {

  private static final int MAX_REPRESENTATIONS = 1_000;

  private final DataFetcher<Object> fetcher = this::entities;

  @Override
  public DataFetcher<Object> entitiesFetcher() {
    return fetcher;
  }

  private CompletableFuture<DataFetcherResult<List<@Nullable Object>>> entities(
      DataFetchingEnvironment env) {
    List<Map<String, Object>> representations =
        env.getArgumentOrDefault("representations", List.of());
    if (representations.size() > MAX_REPRESENTATIONS) {
      throw new Fault(
          ErrorCode.BAD_USER_INPUT,
          "At most " + MAX_REPRESENTATIONS + " representations are allowed.");
    }
    var dfe = new DgsDataFetchingEnvironment(env, getApplicationContext());
    var results = new ArrayList<CompletableFuture<DataFetcherResult<Object>>>();
    for (var representation : representations) {
      results.add(entity(representation, results.size(), dfe));
    }
    return CompletableFuture.allOf(results.toArray(CompletableFuture[]::new))
        .thenApply(done -> merge(results));
  }

  private CompletableFuture<DataFetcherResult<Object>> entity(
      Map<String, Object> representation, int index, DgsDataFetchingEnvironment env) {
    return fetch(representation, env)
        .handle((entity, failure) ->
            failure == null
                ? DataFetcherResult.newResult().data(entity).build()
                : failed(failure, index, env))
        .toCompletableFuture();
  }

  private CompletionStage<@Nullable Object> fetch(
      Map<String, Object> representation, DgsDataFetchingEnvironment env) {
    try {
      var rule = rule(String.valueOf(representation.get("__typename")), env);
      Caller caller = env.getGraphQlContext().getOrDefault(Caller.class, Caller.ANONYMOUS);
      rule.admit(caller);
      return invoke(representation, env).thenApply(entity -> visible(entity, rule, caller));
    } catch (ReflectiveOperationException | RuntimeException failure) {
      return CompletableFuture.failedFuture(failure);
    }
  }

  private static AccessRule rule(String typename, DataFetchingEnvironment env) {
    var type = env.getGraphQLSchema().getObjectType(typename);
    var directive = type == null ? null : type.getAppliedDirective(AccessRule.DIRECTIVE);
    if (directive == null) {
      throw new Fault(ErrorCode.BAD_USER_INPUT, "There is no such entity type.");
    }
    return AccessRule.of(directive);
  }

  private static @Nullable Object visible(@Nullable Object entity, AccessRule rule, Caller caller) {
    return rule.to() != Audience.SELF || rule.owns(caller, entity) ? entity : null;
  }

  @SuppressWarnings("unchecked")
  private CompletionStage<@Nullable Object> invoke(
      Map<String, Object> representation, DgsDataFetchingEnvironment env)
      throws ReflectiveOperationException {
    var target =
        getEntityFetcherRegistry().getEntityFetchers().get(representation.get("__typename"));
    if (target == null) {
      throw new Fault(ErrorCode.BAD_USER_INPUT, "There is no such entity type.");
    }
    Method method = target.getSecond();
    method.trySetAccessible();
    var arguments =
        method.getParameterCount() == 1
            ? new Object[] {representation}
            : new Object[] {representation, env};
    var result = method.invoke(target.getFirst(), arguments);
    return result instanceof CompletionStage<?> stage
        ? (CompletionStage<@Nullable Object>) stage
        : CompletableFuture.completedFuture(result);
  }

  private DataFetcherResult<Object> failed(
      Throwable failure, int index, DgsDataFetchingEnvironment env) {
    var parameters =
        DataFetcherExceptionHandlerParameters.newExceptionParameters()
            .dataFetchingEnvironment(createDataFetchingEnvironmentWithPath(env, index))
            .exception(Throwables.unwrap(failure))
            .build();
    var errors =
        getDgsExceptionHandler().orElseThrow().handleException(parameters).join().getErrors();
    return DataFetcherResult.newResult().errors(errors).build();
  }

  private static DataFetcherResult<List<@Nullable Object>> merge(
      List<CompletableFuture<DataFetcherResult<Object>>> results) {
    var entities = new ArrayList<@Nullable Object>();
    var merged = DataFetcherResult.<List<@Nullable Object>>newResult();
    for (var result : results) {
      entities.add(result.join().getData());
      merged.errors(result.join().getErrors());
    }
    return merged.data(entities).build();
  }
}
