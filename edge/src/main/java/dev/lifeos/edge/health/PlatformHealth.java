package dev.lifeos.edge.health;

import dev.lifeos.edge.EdgeProperties;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Asks each part how it is. Everybody may ask the edge, so the parts are asked at most once in a
 * while.
 */
@Component
class PlatformHealth {

  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final Duration KEPT = Duration.ofSeconds(2);
  private static final String READINESS = "/actuator/health/readiness";

  private final WebClient http = WebClient.create();
  private final Map<String, URI> parts = new TreeMap<>();
  private final Mono<Health> health;

  PlatformHealth(EdgeProperties edge) {
    parts.put(Health.ROUTER, edge.routerHealthUrl());
    edge.subgraphs().forEach((name, origin) -> parts.put(name, origin.resolve(READINESS)));
    health = Mono.defer(this::ask).cacheInvalidateWhen(known -> Mono.delay(KEPT).then());
  }

  Mono<Health> now() {
    return health;
  }

  private Mono<Health> ask() {
    return Flux.fromIterable(parts.entrySet())
        .flatMap(part -> ask(part.getValue()).map(state -> Map.entry(part.getKey(), state)))
        .collectMap(Map.Entry::getKey, Map.Entry::getValue, TreeMap::new)
        .map(Health::of);
  }

  private Mono<Health.State> ask(URI part) {
    return http.get()
        .uri(part)
        .retrieve()
        .toBodilessEntity()
        .timeout(PATIENCE)
        .map(answer -> Health.State.UP)
        .onErrorReturn(Health.State.DOWN);
  }
}
