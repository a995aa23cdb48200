package dev.lifeos.starter.paging;

import com.netflix.graphql.dgs.internal.method.ArgumentResolver;
import graphql.schema.DataFetchingEnvironment;
import org.springframework.core.MethodParameter;

/** Lets a fetcher take the field's {@code first} and {@code after} as one {@link Page}. */
public class PageArgument implements ArgumentResolver {

  private static final int DEFAULT_FIRST = 20;

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Page.class;
  }

  @Override
  public Object resolveArgument(MethodParameter parameter, DataFetchingEnvironment env) {
    Integer first = env.getArgument("first");
    String after = env.getArgument("after");
    var connection =
        env.getExecutionStepInfo().getObjectType().getName() + "." + env.getField().getName();
    return new Page(
        first == null ? DEFAULT_FIRST : first,
        after == null ? null : Cursor.decode(after, connection),
        connection);
  }
}
