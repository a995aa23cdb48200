package dev.lifeos.launcher.edge;

import dev.lifeos.launcher.home.Home;
import dev.lifeos.launcher.image.JavaModule;
import dev.lifeos.launcher.net.PortPlan;
import dev.lifeos.launcher.subgraph.Subgraph;
import dev.lifeos.launcher.subgraph.SubgraphEnvironment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the edge is told by its environment. */
public final class EdgeEnvironment {
  /** The module that the edge is built from. */
  public static final JavaModule MODULE =
      new JavaModule("edge", "edge", List.of(), List.of("-Dspring.context.exit=onRefresh"));

  private EdgeEnvironment() {}

  /** The environment of the edge. */
  public static Map<String, String> of(PortPlan ports, Home home) {
    Map<String, String> environment = new HashMap<>(SubgraphEnvironment.common(ports, home));
    environment.put("SERVER_PORT", "" + ports.edge());
    environment.put("MANAGEMENT_SERVER_PORT", "" + ports.edgeManagement());
    environment.put("LIFEOS_EDGE_ROUTER_URL", "http://127.0.0.1:" + ports.router());
    environment.put(
        "LIFEOS_EDGE_ROUTER_HEALTH_URL",
        "http://127.0.0.1:%d/health".formatted(ports.routerHealth()));
    for (Subgraph subgraph : Subgraph.values()) {
      environment.put(
          "LIFEOS_EDGE_SUBGRAPHS_" + subgraph.name(),
          "http://127.0.0.1:" + ports.of(subgraph.ordinal()));
    }
    return Map.copyOf(environment);
  }
}
