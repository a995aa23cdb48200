package dev.lifeos.edge.live;

import dev.lifeos.edge.route.RouteKind;
import org.reactivestreams.Publisher;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Ends event streams when the edge stops; their clients come back with their last cursor. */
@Component
class EventStreamFilter implements GlobalFilter, Ordered {

  private final Shutdown shutdown;

  EventStreamFilter(Shutdown shutdown) {
    this.shutdown = shutdown;
  }

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE + 300;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
    return RouteKind.of(exchange) == RouteKind.LIVE
        ? chain.filter(exchange.mutate().response(ending(exchange.getResponse())).build())
        : chain.filter(exchange);
  }

  private ServerHttpResponse ending(ServerHttpResponse response) {
    return new ServerHttpResponseDecorator(response) {
      @Override
      public Mono<Void> writeAndFlushWith(
          Publisher<? extends Publisher<? extends DataBuffer>> body) {
        return super.writeAndFlushWith(Flux.from(body).takeUntilOther(shutdown.begun()));
      }
    };
  }
}
