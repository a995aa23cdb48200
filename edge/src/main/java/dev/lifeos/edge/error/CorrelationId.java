package dev.lifeos.edge.error;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;

/**
 * The id under which one request is found in the logs of the edge, the router and the subgraphs.
 */
public final class CorrelationId {

  /** The HTTP header that carries it, in and out. */
  public static final String HEADER = "X-Correlation-Id";

  /** Its key in the logs. */
  public static final String KEY = "correlationId";

  // The same rule as in the router and the subgraphs.
  private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9._-]{8,64}");

  private CorrelationId() {}

  /** The id of a request. */
  public static String of(ServerWebExchange exchange) {
    return exchange.getAttribute(KEY) instanceof String id ? id : fresh();
  }

  /** What the client sent, if it is well-formed, else a new one. */
  public static String accept(@Nullable String sent) {
    return sent != null && WELL_FORMED.matcher(sent).matches() ? sent : fresh();
  }

  private static String fresh() {
    return UUID.randomUUID().toString();
  }
}
