package dev.lifeos.launcher.router;

import dev.lifeos.launcher.home.Home;
import dev.lifeos.launcher.net.HttpProbe;
import dev.lifeos.launcher.net.PortPlan;
import dev.lifeos.launcher.process.Launch;
import dev.lifeos.launcher.process.Part;
import dev.lifeos.launcher.state.Kind;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The router, or its stand-in, as a process. */
public final class RouterServer implements Part {
  private final Home home;
  private final PortPlan ports;
  private final RouterLocator locator;

  /** A router in front of the subgraphs of a plan. */
  public RouterServer(Home home, PortPlan ports, RouterLocator locator) {
    this.home = home;
    this.ports = ports;
    this.locator = locator;
  }

  @Override
  public String name() {
    return "router";
  }

  @Override
  public Kind kind() {
    return Kind.ROUTER;
  }

  @Override
  public Launch prepare() throws IOException, InterruptedException {
    RouterProgram program = locator.locate();
    Path supergraph = home.root().resolve("supergraph/supergraph.graphql");
    Map<String, String> environment = RouterEnvironment.of(ports, supergraph);
    Launch launch =
        switch (program) {
          case RouterProgram.Apollo apollo -> launch(apollo(apollo, supergraph), environment);
          case RouterProgram.StandIn standIn -> launch(standIn(standIn), environment);
        };
    return launch.described(program.describe());
  }

  @Override
  public boolean ready(Launch launch) throws InterruptedException {
    URI health = launch.health();
    return health != null && HttpProbe.ok(health);
  }

  private List<String> apollo(RouterProgram.Apollo apollo, Path supergraph) {
    return List.of(
        apollo.path().toString(),
        "--hot-reload",
        "--config",
        home.root().resolve("router-config/router.yaml").toString(),
        "--supergraph",
        supergraph.toString());
  }

  private List<String> standIn(RouterProgram.StandIn standIn)
      throws IOException, InterruptedException {
    new NodeTools(home).install(standIn.folder());
    return List.of("node", standIn.script().toString());
  }

  private Launch launch(List<String> command, Map<String, String> environment) {
    return Launch.of(
        command,
        environment,
        home.root().resolve("router-config"),
        ports.router(),
        "http://127.0.0.1:%d/graphql".formatted(ports.router()),
        URI.create("http://127.0.0.1:%d/health".formatted(ports.routerHealth())));
  }
}
