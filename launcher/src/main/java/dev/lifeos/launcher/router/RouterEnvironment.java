package dev.lifeos.launcher.router;

import dev.lifeos.launcher.net.PortPlan;
import dev.lifeos.launcher.subgraph.Subgraph;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** What the router's configuration reads from the environment. */
final class RouterEnvironment {
  private RouterEnvironment() {}

  static Map<String, String> of(PortPlan ports, Path supergraph) {
    Map<String, String> environment = new HashMap<>();
    environment.put("APOLLO_TELEMETRY_DISABLED", "true");
    environment.put("LIFEOS_SUPERGRAPH", supergraph.toString());
    environment.put("LIFEOS_ROUTER_LISTEN", "127.0.0.1:" + ports.router());
    environment.put("LIFEOS_ROUTER_HEALTH_LISTEN", "127.0.0.1:" + ports.routerHealth());
    for (Subgraph subgraph : Subgraph.values()) {
      environment.put(
          "LIFEOS_SUBGRAPH_%s_URL".formatted(subgraph.name()),
          "http://127.0.0.1:%d/graphql".formatted(ports.of(subgraph.ordinal())));
    }
    return Map.copyOf(environment);
  }
}
