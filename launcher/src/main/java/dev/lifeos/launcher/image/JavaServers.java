package dev.lifeos.launcher.image;

import dev.lifeos.launcher.process.Launch;
import dev.lifeos.launcher.process.Part;
import dev.lifeos.launcher.state.Kind;
import dev.lifeos.launcher.state.PartState;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Several Java parts in one process, each on its own port. */
public final class JavaServers implements Part {
  private final Bundle bundle;
  private final List<JavaServer> servers;
  private final Images images;

  /** The servers in a process of that bundle's. */
  public JavaServers(Bundle bundle, List<JavaServer> servers, Images images) {
    this.bundle = bundle;
    this.servers = servers;
    this.images = images;
  }

  @Override
  public String name() {
    return bundle.title();
  }

  @Override
  public Kind kind() {
    return servers.getFirst().kind();
  }

  @Override
  public Launch prepare() throws IOException, InterruptedException {
    List<JavaModule> modules = servers.stream().map(JavaServer::module).toList();
    Image image = images.of(bundle, modules, environment());
    return servers
        .getFirst()
        .launch(image, environment())
        .described("with %d others in one process".formatted(servers.size() - 1));
  }

  @Override
  public boolean ready(Launch launch) throws InterruptedException {
    for (JavaServer server : servers) {
      if (!server.ready()) {
        return false;
      }
    }
    return true;
  }

  @Override
  public List<PartState> shown(PartState whole) {
    return servers.stream().map(server -> server.within(whole)).toList();
  }

  // Each server's variables have its name before them: HEALTH__SERVER_PORT.
  private Map<String, String> environment() {
    Map<String, String> all = new HashMap<>();
    for (JavaServer server : servers) {
      String prefix = server.name().toUpperCase(Locale.ROOT) + "__";
      server.environment().forEach((name, value) -> all.put(prefix + name, value));
    }
    return Map.copyOf(all);
  }
}
