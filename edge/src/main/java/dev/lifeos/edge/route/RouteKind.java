package dev.lifeos.edge.route;

import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.web.server.ServerWebExchange;

/** What a route is for. */
public enum RouteKind {
  /** Queries and mutations, to the router. */
  GRAPHQL,
  /** Subscriptions over WebSocket or server-sent events, to the notification subgraph. */
  LIVE,
  /** What a provider tells us, to the domain that owns it. */
  WEBHOOK,
  /** A file of a person's, larger than other requests may be. */
  UPLOAD,
  /** Everything else: keys, pictures, archives. */
  OTHER;

  static final String KEY = "kind";

  /** The kind of the route that a request takes. */
  public static RouteKind of(ServerWebExchange exchange) {
    return exchange.getAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR) instanceof Route route
            && route.getMetadata().get(KEY) instanceof RouteKind kind
        ? kind
        : OTHER;
  }
}
