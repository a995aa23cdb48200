package dev.lifeos.edge.explorer;

import static org.springframework.web.reactive.function.server.RequestPredicates.GET;
import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import dev.lifeos.edge.route.Shape;
import java.net.URI;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** The landing page is a static file; this serves what it asks for, and leads browsers to it. */
@Configuration(proxyBeanMethods = false)
class ExplorerEndpoints {

  @Bean
  RouterFunction<ServerResponse> explorerRoutes(ExampleOperations operations) {
    return route()
        .GET("/explorer/operations", request -> ServerResponse.ok().bodyValue(operations.all()))
        .route(
            GET("/graphql").and(request -> Shape.page(request.exchange())),
            request -> ServerResponse.seeOther(URI.create("/")).build())
        .build();
  }
}
