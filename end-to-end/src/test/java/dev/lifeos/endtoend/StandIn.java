package dev.lifeos.endtoend;

import dev.lifeos.test.Graph;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import org.awaitility.Awaitility;

/** The router's stand-in, started beside the router in front of the same subgraphs. */
final class StandIn {

  private static final List<String> SUBGRAPHS =
      List.of("auth", "health", "finance", "learning", "notification");

  private StandIn() {}

  /** The one of this JVM, for an anonymous client. */
  static Graph shared() {
    return Shared.GRAPH;
  }

  private static Graph start(Platform platform) {
    var folder = Platform.ROOT.resolve("router-config/stand-in");
    Output.of(
            List.of("npm", "ci", "--no-audit", "--no-fund", "--prefix", folder.toString()),
            new HashMap<>())
        .requireSuccess();
    var port = freePort();
    var healthPort = freePort();
    var builder =
        new ProcessBuilder("node", folder.resolve("server.mjs").toString())
            .redirectErrorStream(true)
            .redirectOutput(platform.home().resolve("stand-in.log").toFile());
    var environment = builder.environment();
    environment.put(
        "LIFEOS_SUPERGRAPH", Platform.ROOT.resolve("supergraph/supergraph.graphql").toString());
    environment.put("LIFEOS_ROUTER_LISTEN", "127.0.0.1:" + port);
    environment.put("LIFEOS_ROUTER_HEALTH_LISTEN", "127.0.0.1:" + healthPort);
    for (var name : SUBGRAPHS) {
      var url = platform.part(name).path("url").asString();
      environment.put("LIFEOS_SUBGRAPH_" + name.toUpperCase(java.util.Locale.ROOT) + "_URL", url);
    }
    run(builder);
    var health = Graph.at("http://127.0.0.1:" + healthPort);
    Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .ignoreExceptions()
        .until(() -> health.get("/health").status() == 200);
    return Graph.at("http://127.0.0.1:" + port);
  }

  private static void run(ProcessBuilder builder) {
    try {
      var process = builder.start();
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static final class Shared {

    static final Graph GRAPH = start(Platform.shared());
  }
}
