package dev.lifeos.edge.route;

import dev.lifeos.edge.EdgeProperties;
import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.util.function.Function;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.Buildable;
import org.springframework.cloud.gateway.route.builder.GatewayFilterSpec;
import org.springframework.cloud.gateway.route.builder.PredicateSpec;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.cloud.gateway.route.builder.UriSpec;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Which request goes where. What is not named here does not exist: 404. */
@Configuration(proxyBeanMethods = false)
class Routes {

  private static final String GRAPHQL = "/graphql";
  private static final String NOTIFICATION = "notification";
  private static final String AUTH = "auth";
  private static final Duration RETRY_PAUSE = Duration.ofMillis(50);

  @Bean
  RouteLocator lifeosRoutes(RouteLocatorBuilder builder, EdgeProperties edge) {
    var routes =
        builder
            .routes()
            .route(
                "live-socket",
                to(
                    edge.subgraph(NOTIFICATION),
                    RouteKind.LIVE,
                    on ->
                        on.path(GRAPHQL)
                            .and()
                            .method(HttpMethod.GET)
                            .and()
                            .predicate(Shape::socket)
                            .filters(Routes::plain)))
            .route(
                "live-stream",
                to(
                    edge.subgraph(NOTIFICATION),
                    RouteKind.LIVE,
                    on ->
                        on.path(GRAPHQL)
                            .and()
                            .method(HttpMethod.POST)
                            .and()
                            .predicate(Shape::eventStream)
                            .filters(Routes::plain)))
            .route(
                "graphql",
                to(
                    edge.routerUrl(),
                    RouteKind.GRAPHQL,
                    on ->
                        on.path(GRAPHQL)
                            .and()
                            .method(HttpMethod.GET, HttpMethod.POST)
                            .filters(Routes::guarded)))
            .route(
                "keys",
                to(
                    edge.subgraph(AUTH),
                    RouteKind.OTHER,
                    on ->
                        on.path("/.well-known/**")
                            .and()
                            .method(HttpMethod.GET)
                            .filters(Routes::plain)))
            .route(
                "sign-in",
                to(
                    edge.subgraph(AUTH),
                    RouteKind.OTHER,
                    on ->
                        on.path("/oauth2/callback/**")
                            .and()
                            .method(HttpMethod.GET)
                            .filters(f -> f)))
            .route(
                "avatars",
                to(
                    edge.subgraph(AUTH),
                    RouteKind.OTHER,
                    on ->
                        on.path("/avatars/**")
                            .and()
                            .method(HttpMethod.GET, HttpMethod.POST, HttpMethod.PUT)
                            .filters(Routes::plain)));
    edge.webhooks()
        .forEach((provider, subgraph) ->
            routes.route(
                "webhook-" + provider,
                to(
                    edge.subgraph(subgraph),
                    RouteKind.WEBHOOK,
                    on ->
                        on.path("/webhooks/" + provider)
                            .and()
                            .method(HttpMethod.GET, HttpMethod.POST)
                            .filters(Routes::plain))));
    return routes.build();
  }

  private static Function<PredicateSpec, Buildable<Route>> to(
      URI origin, RouteKind kind, Function<PredicateSpec, UriSpec> when) {
    return on -> when.apply(on).metadata(RouteKind.KEY, kind).uri(origin);
  }

  // The edge has answered for the web origin already, and nothing behind it keeps cookies.
  private static GatewayFilterSpec plain(GatewayFilterSpec filters) {
    return filters.removeRequestHeader("Origin").removeRequestHeader("Cookie");
  }

  // A mutation must not be sent twice: only what found no connection at all is tried again.
  private static GatewayFilterSpec guarded(GatewayFilterSpec filters) {
    return plain(filters)
        .circuitBreaker(breaker -> breaker.setName("router"))
        .retry(retry ->
            retry
                .setRetries(1)
                .setSeries()
                .setStatuses()
                .setMethods(HttpMethod.GET, HttpMethod.POST)
                .setExceptions(ConnectException.class)
                .setBackoff(RETRY_PAUSE, RETRY_PAUSE, 1, false));
  }
}
