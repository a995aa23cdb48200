package dev.lifeos.edge.health;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import java.util.Map;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * {@code /health} tells people and monitors whether the platform is usable, {@code /ready} tells a
 * load balancer whether this edge takes requests. 200 yes, 503 no.
 */
@Configuration(proxyBeanMethods = false)
class HealthEndpoints {

  @Bean
  RouterFunction<ServerResponse> healthRoutes(
      PlatformHealth platform, ApplicationAvailability edge) {
    return route()
        .GET("/health", request -> platform.now().flatMap(HealthEndpoints::answer))
        .GET("/ready", request -> ready(edge.getReadinessState()))
        .build();
  }

  private static Mono<ServerResponse> answer(Health health) {
    return status(health.status() != Health.State.DOWN).bodyValue(health);
  }

  private static Mono<ServerResponse> ready(ReadinessState state) {
    var ready = state == ReadinessState.ACCEPTING_TRAFFIC;
    return status(ready).bodyValue(Map.of("status", ready ? Health.State.UP : Health.State.DOWN));
  }

  private static ServerResponse.BodyBuilder status(boolean good) {
    return ServerResponse.status(good ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE);
  }
}
