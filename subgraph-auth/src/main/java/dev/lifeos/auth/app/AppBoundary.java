package dev.lifeos.auth.app;

import dev.lifeos.starter.error.ErrorCode;
import dev.lifeos.starter.error.Fault;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationFieldFetchParameters;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What an app's token reaches here, with its scope: who the person is, and nothing that is open to
 * anybody less than before. An account's sessions, factors, events and all that changes it are the
 * person's alone. What is new is closed to apps until it stands in the list.
 */
@Component
class AppBoundary extends SimplePerformantInstrumentation {

  private static final Set<String> OPEN =
      Set.of(
          "Query.me",
          "User.email",
          "User.emailVerified",
          "User.fullName",
          "User.phoneNumber",
          "User.timeZone",
          "User.locale",
          "User.avatar",
          "User.createdAt");

  @Override
  public DataFetcher<?> instrumentDataFetcher(
      DataFetcher<?> fetcher,
      InstrumentationFieldFetchParameters parameters,
      @Nullable InstrumentationState state) {
    var env = parameters.getEnvironment();
    return AppToken.isIn(env.getGraphQlContext()) && isClosed(env) ? refused() : fetcher;
  }

  private static DataFetcher<?> refused() {
    return env -> {
      throw new Fault(ErrorCode.FORBIDDEN, "An app may not do this: only the person themselves.");
    };
  }

  private static boolean isClosed(DataFetchingEnvironment env) {
    var access = env.getFieldDefinition().getAppliedDirective("access");
    if (access == null || "PUBLIC".equals(access.getArgument("to").getValue())) {
      return false;
    }
    var type = env.getExecutionStepInfo().getObjectType().getName();
    return !OPEN.contains(type + "." + env.getField().getName());
  }
}
