package dev.lifeos.edge.usage;

import dev.lifeos.edge.request.GraphQlRequest;
import dev.lifeos.edge.request.RequestBody;
import dev.lifeos.edge.route.RouteKind;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Counts the operations that were answered, by the names that clients give themselves in <a
 * href="https://www.apollographql.com/docs/graphos/platform/insights/client-segmentation">Apollo's
 * headers</a>. What is sent by its hash alone counts when it comes in full.
 */
@Component
@ConditionalOnProperty("lifeos.edge.usage.file")
class UsageFilter implements GlobalFilter, Ordered {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][\\w.+@-]{0,99}");
  private static final String UNKNOWN = "unknown";

  private final UsageCounts counts;
  private final Signatures signatures = new Signatures();

  UsageFilter(UsageCounts counts) {
    this.counts = counts;
  }

  /** Behind the limits, so that what is refused is not counted. */
  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE + 300;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
    return chain.filter(exchange).doOnSuccess(done -> count(exchange));
  }

  private void count(ServerWebExchange exchange) {
    if (RouteKind.of(exchange) != RouteKind.GRAPHQL
        || exchange.getResponse().getStatusCode() != HttpStatus.OK
        || RequestBody.of(exchange).length == 0) {
      return;
    }
    var client = named(exchange, "apollographql-client-name");
    var version = named(exchange, "apollographql-client-version");
    GraphQlRequest.of(exchange).stream()
        .map(GraphQlRequest::query)
        .filter(Objects::nonNull)
        .flatMap(query -> signatures.of(query).stream())
        .forEach(signature -> counts.add(client, version, signature));
  }

  private static String named(ServerWebExchange exchange, String header) {
    var name = exchange.getRequest().getHeaders().getFirst(header);
    return name != null && NAME.matcher(name).matches() ? name : UNKNOWN;
  }
}
