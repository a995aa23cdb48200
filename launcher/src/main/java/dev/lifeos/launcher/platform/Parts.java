package dev.lifeos.launcher.platform;

import dev.lifeos.launcher.edge.EdgeEnvironment;
import dev.lifeos.launcher.home.Home;
import dev.lifeos.launcher.image.Images;
import dev.lifeos.launcher.image.JavaServer;
import dev.lifeos.launcher.image.JavaServers;
import dev.lifeos.launcher.net.PortPlan;
import dev.lifeos.launcher.postgres.PostgresServer;
import dev.lifeos.launcher.process.Part;
import dev.lifeos.launcher.redis.RedisServer;
import dev.lifeos.launcher.router.RouterLocator;
import dev.lifeos.launcher.router.RouterServer;
import dev.lifeos.launcher.simulators.SimulatorsEnvironment;
import dev.lifeos.launcher.state.Kind;
import dev.lifeos.launcher.subgraph.Subgraph;
import dev.lifeos.launcher.subgraph.SubgraphEnvironment;
import dev.lifeos.launcher.terminal.Terminal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All parts, in the stages in which they start. */
final class Parts {
  private Parts() {}

  static List<List<Part>> of(
      Home home,
      PortPlan ports,
      boolean allInOne,
      Map<String, String> environment,
      Terminal terminal) {
    Images images = new Images(home, terminal, environment);
    List<JavaServer> subgraphs =
        Arrays.stream(Subgraph.values())
            .map(subgraph -> server(subgraph, home, ports, images))
            .toList();
    List<? extends Part> domains =
        allInOne ? List.of(new JavaServers(Subgraph.ALL_IN_ONE, subgraphs, images)) : subgraphs;
    JavaServer simulators =
        new JavaServer(
            SimulatorsEnvironment.MODULE,
            Kind.SIMULATORS,
            ports.simulators(),
            ports.simulators(),
            SimulatorsEnvironment.of(ports, home),
            images);
    JavaServer edge =
        new JavaServer(
            EdgeEnvironment.MODULE,
            Kind.EDGE,
            ports.edge(),
            ports.edgeManagement(),
            EdgeEnvironment.of(ports, home),
            images);
    return List.of(
        List.of(
            new PostgresServer(home, ports.postgres(), Subgraph.titles(), environment),
            new RedisServer(home, ports.redis())),
        Stream.concat(domains.stream(), Stream.<Part>of(simulators)).toList(),
        List.of(
            new RouterServer(home, ports, new RouterLocator(home, environment, terminal)), edge));
  }

  private static JavaServer server(Subgraph subgraph, Home home, PortPlan ports, Images images) {
    int port = ports.of(subgraph.ordinal());
    return new JavaServer(
        subgraph.module(),
        Kind.SUBGRAPH,
        port,
        port,
        SubgraphEnvironment.of(subgraph, ports, home),
        images);
  }
}
