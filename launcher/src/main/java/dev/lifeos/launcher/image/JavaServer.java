package dev.lifeos.launcher.image;

import dev.lifeos.launcher.net.HttpProbe;
import dev.lifeos.launcher.process.Launch;
import dev.lifeos.launcher.process.Part;
import dev.lifeos.launcher.state.Kind;
import dev.lifeos.launcher.state.PartState;
import java.io.IOException;
import java.net.URI;
import java.util.Map;

/** A Java part as a process: a subgraph, the edge, or the simulators. */
public final class JavaServer implements Part {
  private static final String READINESS = "/actuator/health/readiness";

  private final JavaModule module;
  private final Kind kind;
  private final int port;
  private final URI url;
  private final URI health;
  private final Map<String, String> environment;
  private final Images images;

  /**
   * A part on a port.
   *
   * @param managementPort where it tells of its health
   * @param environment what it needs to know
   */
  public JavaServer(
      JavaModule module,
      Kind kind,
      int port,
      int managementPort,
      Map<String, String> environment,
      Images images) {
    this.module = module;
    this.kind = kind;
    this.port = port;
    this.url = URI.create("http://127.0.0.1:%d%s".formatted(port, path(kind)));
    this.health = URI.create("http://127.0.0.1:" + managementPort + READINESS);
    this.environment = environment;
    this.images = images;
  }

  private static String path(Kind kind) {
    return kind == Kind.SIMULATORS ? "/" : "/graphql";
  }

  @Override
  public String name() {
    return module.title();
  }

  @Override
  public Kind kind() {
    return kind;
  }

  JavaModule module() {
    return module;
  }

  Map<String, String> environment() {
    return environment;
  }

  /** This server, where a process of several is what runs. */
  PartState within(PartState process) {
    return new PartState(
        name(),
        kind,
        process.status(),
        process.pid(),
        process.startedAt(),
        port,
        url.toString(),
        health.toString(),
        process.detail(),
        process.log(),
        process.restarts());
  }

  boolean ready() throws InterruptedException {
    return HttpProbe.ok(health);
  }

  @Override
  public Launch prepare() throws IOException, InterruptedException {
    return launch(images.of(module, environment), environment);
  }

  Launch launch(Image image, Map<String, String> environment) {
    return Launch.of(image.command(), environment, image.directory(), port, url.toString(), health);
  }

  @Override
  public boolean ready(Launch launch) throws InterruptedException {
    return ready();
  }
}
