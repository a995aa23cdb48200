package dev.lifeos.edge.route;

import dev.lifeos.edge.error.Refusal;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Refuses compressed GraphQL requests: the router would unpack them, and what they cost could not
 * be told before.
 */
@Component
class MediaTypeFilter implements GlobalFilter, Ordered {

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE + 50;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
    if (RouteKind.of(exchange) == RouteKind.GRAPHQL
        && exchange.getRequest().getHeaders().containsHeader(HttpHeaders.CONTENT_ENCODING)) {
      return Mono.error(
          new Refusal(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Send the request uncompressed."));
    }
    return chain.filter(exchange);
  }
}
