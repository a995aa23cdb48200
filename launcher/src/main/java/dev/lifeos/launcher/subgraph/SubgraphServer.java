package dev.lifeos.launcher.subgraph;

import dev.lifeos.launcher.net.HttpProbe;
import dev.lifeos.launcher.process.Launch;
import dev.lifeos.launcher.process.Part;
import dev.lifeos.launcher.state.Kind;
import java.io.IOException;
import java.net.URI;
import java.util.Map;

/** One subgraph as a process. */
public final class SubgraphServer implements Part {
  private final Subgraph subgraph;
  private final int port;
  private final Map<String, String> environment;
  private final Images images;

  /** A subgraph on a port, with the environment that it needs. */
  public SubgraphServer(
      Subgraph subgraph, int port, Map<String, String> environment, Images images) {
    this.subgraph = subgraph;
    this.port = port;
    this.environment = environment;
    this.images = images;
  }

  @Override
  public String name() {
    return subgraph.title();
  }

  @Override
  public Kind kind() {
    return Kind.SUBGRAPH;
  }

  @Override
  public Launch prepare() throws IOException, InterruptedException {
    Image image = images.of(subgraph, environment);
    String base = "http://127.0.0.1:" + port;
    return Launch.of(
        image.command(),
        environment,
        image.directory(),
        port,
        base + "/graphql",
        URI.create(base + "/actuator/health/readiness"));
  }

  @Override
  public boolean ready(Launch launch) throws InterruptedException {
    URI health = launch.health();
    return health != null && HttpProbe.ok(health);
  }
}
