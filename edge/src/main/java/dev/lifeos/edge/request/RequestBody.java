package dev.lifeos.edge.request;

import org.springframework.web.server.ServerWebExchange;

/** The bytes of a request that has arrived as a whole. */
public final class RequestBody {

  static final String KEY = "requestBody";

  private RequestBody() {}

  /** The bytes; none where there is no body. */
  public static byte[] of(ServerWebExchange exchange) {
    return exchange.getAttribute(KEY) instanceof byte[] bytes ? bytes : new byte[0];
  }
}
