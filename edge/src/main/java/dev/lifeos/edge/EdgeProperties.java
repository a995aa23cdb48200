package dev.lifeos.edge;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What stands behind the edge, and what it lets through.
 *
 * @param routerUrl where queries and mutations go
 * @param routerHealthUrl where the router says whether it is well
 * @param subgraphs the subgraphs' origins, by name
 * @param webhooks the subgraph that owns what a provider says, by provider
 * @param origins the web origins that may call from a browser, e.g. {@code https://life.example}
 * @param trustedProxies networks (CIDR) whose {@code X-Forwarded-For} is believed
 * @param maxBody the largest request
 * @param maxUpload the largest file
 * @param bodyTimeout how long a request may take to arrive
 * @param headerTimeout how long a request's headers may take to arrive
 * @param silence how long a part behind the edge may say nothing, before or within its answer; the
 *     router answers 504 itself after 30 seconds, and streams say something every 15
 * @param maxConnections how many connections may be open; more are closed at once
 * @param maxConnectionsPerAddress the same for one address; behind a proxy all connections are the
 *     proxy's, so there it is to be as high as the other
 */
@ConfigurationProperties("lifeos.edge")
public record EdgeProperties(
    URI routerUrl,
    URI routerHealthUrl,
    Map<String, URI> subgraphs,
    @DefaultValue Map<String, String> webhooks,
    @DefaultValue List<String> origins,
    @DefaultValue List<String> trustedProxies,
    @DefaultValue("2MB") DataSize maxBody,
    @DefaultValue("5MB") DataSize maxUpload,
    @DefaultValue("15s") Duration bodyTimeout,
    @DefaultValue("10s") Duration headerTimeout,
    @DefaultValue("32s") Duration silence,
    @DefaultValue("10000") int maxConnections,
    @DefaultValue("1000") int maxConnectionsPerAddress) {

  /** The origin of a subgraph that must be configured. */
  public URI subgraph(String name) {
    var origin = subgraphs.get(name);
    if (origin == null) {
      throw new IllegalStateException("lifeos.edge.subgraphs." + name + " is not set");
    }
    return origin;
  }
}
