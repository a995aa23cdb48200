package dev.lifeos.auth.app;

import graphql.GraphQLContext;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Marks operations whose token is an app's: it has a {@code client_id} (RFC 9068). */
@Component
@Order(1)
class AppToken implements WebGraphQlInterceptor {

  private static final String CLIENT_ID = "client_id";

  @Override
  public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
    if (SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken jwt
        && jwt.getToken().hasClaim(CLIENT_ID)) {
      request.configureExecutionInput(
          (input, builder) -> builder.graphQLContext(Map.of(AppToken.class, true)).build());
    }
    return chain.next(request);
  }

  static boolean isIn(GraphQLContext context) {
    return context.getOrDefault(AppToken.class, false);
  }
}
