package dev.lifeos.edge;

import dev.lifeos.test.Graph;
import dev.lifeos.test.Servers;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.http.client.ReactorResourceFactory;

/** One running edge. */
final class Edge implements AutoCloseable {

  private static final List<String> SUBGRAPHS =
      List.of("auth", "health", "finance", "learning", "notification");

  private final ConfigurableApplicationContext context;
  private final int port;

  private Edge(ConfigurableApplicationContext context) {
    this.context = context;
    this.port = port(context.getEnvironment(), "local.server.port");
  }

  /**
   * Starts an edge in front of one server, which stands for the router and all subgraphs.
   *
   * @param settings {@code name=value}; the last of a name wins
   */
  static Edge before(Upstream upstream, String... settings) {
    var all = new LinkedHashMap<String, String>();
    all.put("server.port", "0");
    all.put("server.address", "127.0.0.1");
    all.put("management.server.port", "0");
    all.put("lifeos.edge.limit.redis-url", Servers.redis().toString());
    all.put("lifeos.auth.jwks-uri", Servers.jwks().toString());
    all.put("lifeos.edge.router-url", upstream.origin());
    all.put("lifeos.edge.router-health-url", upstream.origin() + "/health");
    SUBGRAPHS.forEach(name -> all.put("lifeos.edge.subgraphs." + name, upstream.origin()));
    // Everything here comes from one address.
    all.put("lifeos.edge.limit.policies.anonymous.tokens", "100000");
    for (var setting : settings) {
      var parts = setting.split("=", 2);
      all.put(parts[0], parts[1]);
    }
    return new Edge(
        new SpringApplicationBuilder(EdgeApplication.class)
            .web(WebApplicationType.REACTIVE)
            .initializers(Edge::ownThreads)
            .run(
                all.entrySet().stream()
                    .map(each -> "--" + each.getKey() + "=" + each.getValue())
                    .toArray(String[]::new)));
  }

  /** An anonymous client. */
  Graph graph() {
    return Graph.at(origin());
  }

  /** A client of the port that is not for clients. */
  Graph management() {
    return Graph.at("http://127.0.0.1:" + port(context.getEnvironment(), "local.management.port"));
  }

  String origin() {
    return "http://127.0.0.1:" + port;
  }

  URI socket() {
    return URI.create("ws://127.0.0.1:" + port + "/graphql");
  }

  int port() {
    return port;
  }

  /** Stops as on TERM. */
  @Override
  public void close() {
    context.close();
  }

  // Else the first edge that stops takes the threads of all in this JVM with it.
  private static void ownThreads(ConfigurableApplicationContext context) {
    var resources = new ReactorResourceFactory();
    resources.setUseGlobalResources(false);
    ((GenericApplicationContext) context)
        .registerBean(ReactorResourceFactory.class, () -> resources);
  }

  private static int port(Environment environment, String name) {
    return Integer.parseInt(String.valueOf(environment.getProperty(name)));
  }
}
