package dev.lifeos.starter.access;

import graphql.execution.ResultPath;
import graphql.schema.DataFetchingEnvironment;

/**
 * Who the caller is at one place of an operation: the bearer of the request's token, or within the
 * result of a mutation that has just authenticated somebody, that person.
 */
public final class Authenticated {

  private Authenticated() {}

  /**
   * Makes somebody the caller within the result of the root field that is being fetched, and
   * nowhere else in the request.
   *
   * @param caller the bearer of a token that was issued just now
   */
  public static void within(DataFetchingEnvironment env, Caller caller) {
    env.getGraphQlContext().put(rootField(env), caller);
  }

  static Caller caller(DataFetchingEnvironment env) {
    var context = env.getGraphQlContext();
    return context.getOrDefault(
        rootField(env), context.getOrDefault(Caller.class, Caller.ANONYMOUS));
  }

  private static RootField rootField(DataFetchingEnvironment env) {
    var path = env.getExecutionStepInfo().getPath();
    while (path.getLevel() > 1) {
      path = path.getParent();
    }
    return new RootField(path);
  }

  // By its name in the response, which no two root fields share.
  private record RootField(ResultPath path) {}
}
