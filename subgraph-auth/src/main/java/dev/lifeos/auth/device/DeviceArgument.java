package dev.lifeos.auth.device;

import com.netflix.graphql.dgs.context.DgsContext;
import com.netflix.graphql.dgs.internal.method.ArgumentResolver;
import graphql.schema.DataFetchingEnvironment;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Lets a fetcher take the {@link Device} as a parameter. */
@Component
class DeviceArgument implements ArgumentResolver {

  private static final String FORWARDED_FOR = "X-Forwarded-For";

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Device.class;
  }

  @Override
  public Object resolveArgument(MethodParameter parameter, DataFetchingEnvironment env) {
    var request = DgsContext.getRequestData(env);
    var headers = request == null ? null : request.getHeaders();
    return headers == null
        ? Device.UNKNOWN
        : Device.of(headers.getFirst(HttpHeaders.USER_AGENT), headers.getFirst(FORWARDED_FOR));
  }
}
