package dev.lifeos.edge.route;

import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.server.ServerWebExchange;

/** What kind of client asks at {@code /graphql}: all of them use the one URL. */
public final class Shape {

  private Shape() {}

  /** Wants to speak graphql-transport-ws. */
  static boolean socket(ServerWebExchange exchange) {
    return "websocket"
        .equalsIgnoreCase(exchange.getRequest().getHeaders().getFirst(HttpHeaders.UPGRADE));
  }

  /** Wants server-sent events, and nothing else. */
  static boolean eventStream(ServerWebExchange exchange) {
    return accepted(exchange).equals(List.of(MediaType.TEXT_EVENT_STREAM));
  }

  /** A browser that was pointed here by hand. */
  public static boolean page(ServerWebExchange exchange) {
    return exchange.getRequest().getQueryParams().isEmpty()
        && accepted(exchange).contains(MediaType.TEXT_HTML);
  }

  private static List<MediaType> accepted(ServerWebExchange exchange) {
    try {
      return exchange.getRequest().getHeaders().getAccept();
    } catch (IllegalArgumentException malformed) {
      return List.of();
    }
  }
}
