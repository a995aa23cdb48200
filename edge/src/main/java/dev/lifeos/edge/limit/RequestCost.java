package dev.lifeos.edge.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.lifeos.edge.error.Refusal;
import dev.lifeos.edge.request.GraphQlRequest;
import dev.lifeos.edge.request.RequestBody;
import dev.lifeos.edge.route.RouteKind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * What a request takes from a bucket. A document that is sent by its hash alone costs what it did
 * when it came in full; the hash of one that this edge has not seen is answered as unknown, so that
 * the client sends it, as <a
 * href="https://www.apollographql.com/docs/apollo-server/performance/apq">automatic persisted
 * queries</a> have it: else a dear mutation would be cheap by its hash.
 */
@Component
class RequestCost {

  private static final int ONE = 1;
  private static final int HASHES = 50_000;

  private final OperationCost operations;
  private final Cache<String, Integer> hashes = Caffeine.newBuilder().maximumSize(HASHES).build();

  RequestCost(LimitProperties limits) {
    operations = new OperationCost(limits.costs());
  }

  int of(ServerWebExchange exchange) {
    if (RouteKind.of(exchange) != RouteKind.GRAPHQL || RequestBody.of(exchange).length == 0) {
      return ONE;
    }
    var sum = GraphQlRequest.of(exchange).stream().mapToInt(this::cost).sum();
    return Math.max(ONE, sum);
  }

  private int cost(GraphQlRequest request) {
    var query = request.query();
    var hash = request.hash();
    if (query == null) {
      return hash == null ? ONE : known(hash);
    }
    var cost = operations.of(query, request.operationName());
    if (hash != null && hashes.getIfPresent(hash) == null && hash.equals(sha256(query))) {
      hashes.put(hash, operations.of(query, null));
    }
    return cost;
  }

  private int known(String hash) {
    var cost = hashes.getIfPresent(hash);
    if (cost == null) {
      throw Refusal.persistedQueryNotFound();
    }
    return cost;
  }

  private static String sha256(String query) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(query.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
