package dev.lifeos.edge.route;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import dev.lifeos.edge.EdgeProperties;
import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.BooleanSpec;
import org.springframework.cloud.gateway.route.builder.Buildable;
import org.springframework.cloud.gateway.route.builder.GatewayFilterSpec;
import org.springframework.cloud.gateway.route.builder.PredicateSpec;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which request goes where. What is not named here does not exist: 404. */
@Configuration(proxyBeanMethods = false)
class Routes {

  private static final String GRAPHQL = "/graphql";
  private static final Duration RETRY_PAUSE = Duration.ofMillis(50);

  @Bean
  RouteLocator lifeosRoutes(RouteLocatorBuilder builder, EdgeProperties edge) {
    var auth = edge.subgraph("auth");
    var notification = edge.subgraph("notification");
    var routes =
        builder
            .routes()
            .route(
                "live-socket",
                on ->
                    live(
                        on.path(GRAPHQL).and().method(GET).and().predicate(Shape::socket),
                        notification))
            .route(
                "live-stream",
                on ->
                    live(
                        on.path(GRAPHQL).and().method(POST).and().predicate(Shape::eventStream),
                        notification))
            .route(
                "graphql",
                on ->
                    on.path(GRAPHQL)
                        .and()
                        .method(GET, POST)
                        .filters(Routes::guarded)
                        .metadata(RouteKind.KEY, RouteKind.GRAPHQL)
                        .uri(edge.routerUrl()))
            .route(
                "keys",
                on -> on.path("/.well-known/**").and().method(GET).filters(Routes::plain).uri(auth))
            .route(
                "avatars",
                on -> on.path("/avatars/**").and().method(GET).filters(Routes::plain).uri(auth))
            .route(
                "avatar-upload",
                on ->
                    on.path("/avatars/uploads/*")
                        .and()
                        .method(PUT)
                        .filters(Routes::plain)
                        .metadata(RouteKind.KEY, RouteKind.UPLOAD)
                        .uri(auth))
            .route(
                "exports",
                on -> on.path("/exports/*").and().method(GET).filters(Routes::plain).uri(auth));
    edge.webhooks()
        .forEach((provider, subgraph) ->
            routes.route(
                "webhook-" + provider, on -> webhook(on, provider, edge.subgraph(subgraph))));
    return routes.build();
  }

  private static Buildable<Route> live(BooleanSpec when, URI notification) {
    return when.filters(Routes::plain).metadata(RouteKind.KEY, RouteKind.LIVE).uri(notification);
  }

  private static Buildable<Route> webhook(PredicateSpec on, String provider, URI subgraph) {
    return on.path("/webhooks/" + provider)
        .and()
        .method(GET, POST)
        .filters(Routes::plain)
        .metadata(RouteKind.KEY, RouteKind.WEBHOOK)
        .uri(subgraph);
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
                .setMethods(GET, POST)
                .setExceptions(ConnectException.class)
                .setBackoff(RETRY_PAUSE, RETRY_PAUSE, 1, false));
  }
}
