package dev.lifeos.edge.request;

import dev.lifeos.edge.EdgeProperties;
import dev.lifeos.edge.error.Refusal;
import dev.lifeos.edge.route.RouteKind;
import java.util.concurrent.TimeoutException;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Takes a whole body in before anything behind the edge hears of it, so that a slow or endless one
 * holds nothing but its own connection. It goes on byte for byte: providers sign what they send.
 */
@Component
class BodyFilter implements GlobalFilter, Ordered {

  private final EdgeProperties edge;

  BodyFilter(EdgeProperties edge) {
    this.edge = edge;
  }

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE + 100;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
    var request = exchange.getRequest();
    var max = max(exchange);
    if (request.getHeaders().getContentLength() > max) {
      return Mono.error(tooLarge(max));
    }
    if (!hasBody(request)) {
      return chain.filter(exchange);
    }
    return DataBufferUtils.join(request.getBody(), max)
        .map(BodyFilter::bytes)
        .timeout(edge.bodyTimeout())
        .onErrorMap(DataBufferLimitException.class, large -> tooLarge(max))
        .onErrorMap(
            TimeoutException.class,
            slow -> new Refusal(HttpStatus.REQUEST_TIMEOUT, "The request took too long to arrive."))
        .defaultIfEmpty(new byte[0])
        .flatMap(body -> chain.filter(with(exchange, body)));
  }

  private int max(ServerWebExchange exchange) {
    var isUpload = RouteKind.of(exchange) == RouteKind.UPLOAD;
    return Math.toIntExact((isUpload ? edge.maxUpload() : edge.maxBody()).toBytes());
  }

  private static Refusal tooLarge(int max) {
    return new Refusal(
        HttpStatus.CONTENT_TOO_LARGE, "The request is larger than " + max + " bytes.");
  }

  private static boolean hasBody(ServerHttpRequest request) {
    return request.getHeaders().getContentLength() > 0
        || request.getHeaders().containsHeader(HttpHeaders.TRANSFER_ENCODING);
  }

  private static byte[] bytes(DataBuffer buffer) {
    var bytes = new byte[buffer.readableByteCount()];
    buffer.read(bytes);
    DataBufferUtils.release(buffer);
    return bytes;
  }

  private static ServerWebExchange with(ServerWebExchange exchange, byte[] body) {
    exchange.getAttributes().put(RequestBody.KEY, body);
    var sized =
        exchange
            .getRequest()
            .mutate()
            .headers(headers -> {
              headers.remove(HttpHeaders.TRANSFER_ENCODING);
              headers.setContentLength(body.length);
            })
            .build();
    var request =
        new ServerHttpRequestDecorator(sized) {
          @Override
          public Flux<DataBuffer> getBody() {
            return Flux.defer(() -> Flux.just(exchange.getResponse().bufferFactory().wrap(body)));
          }
        };
    return exchange.mutate().request(request).build();
  }
}
