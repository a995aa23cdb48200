package dev.lifeos.edge.request;

import dev.lifeos.edge.error.CorrelationId;
import dev.lifeos.edge.error.Refusal;
import java.util.Locale;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Settles, before anything else, what later parts may believe of a request: its correlation id, its
 * client's address, its one bearer token.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestFilter implements WebFilter {

  private static final String REAL_IP = "X-Real-Ip";
  private static final String BEARER = "bearer ";

  private final ClientAddresses addresses;

  RequestFilter(ClientAddresses addresses) {
    this.addresses = addresses;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    var id =
        CorrelationId.accept(exchange.getRequest().getHeaders().getFirst(CorrelationId.HEADER));
    exchange.getAttributes().put(CorrelationId.KEY, id);
    var response = exchange.getResponse();
    response.beforeCommit(
        () -> Mono.fromRunnable(() -> response.getHeaders().set(CorrelationId.HEADER, id)));
    var tokens = exchange.getRequest().getHeaders().getOrEmpty(HttpHeaders.AUTHORIZATION);
    if (tokens.size() > 1) {
      return Mono.error(new Refusal(HttpStatus.BAD_REQUEST, "Send one Authorization header."));
    }
    exchange.getAttributes().put(ClientAddresses.KEY, addresses.of(exchange.getRequest()));
    var request = exchange.getRequest().mutate().headers(headers -> settle(headers, id)).build();
    return chain.filter(exchange.mutate().request(request).build());
  }

  private static void settle(HttpHeaders headers, String id) {
    headers.set(CorrelationId.HEADER, id);
    headers.remove(REAL_IP);
    var token = headers.getFirst(HttpHeaders.AUTHORIZATION);
    if (token != null && !token.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
      headers.remove(HttpHeaders.AUTHORIZATION);
    }
  }
}
