package dev.lifeos.edge.request;

import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * Tells what is behind the edge the client's address. The gateway takes out whatever else the
 * client said of it.
 */
@Component
class ForwardedFor implements HttpHeadersFilter, Ordered {

  static final String HEADER = "X-Forwarded-For";

  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE;
  }

  @Override
  public HttpHeaders filter(HttpHeaders headers, ServerWebExchange exchange) {
    var forwarded = new HttpHeaders(headers);
    forwarded.set(HEADER, ClientAddresses.of(exchange));
    return forwarded;
  }
}
