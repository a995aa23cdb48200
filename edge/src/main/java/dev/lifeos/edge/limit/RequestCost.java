package dev.lifeos.edge.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.lifeos.edge.error.Refusal;
import dev.lifeos.edge.request.RequestBody;
import dev.lifeos.edge.route.RouteKind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

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

  // What the router would read otherwise than we, a name given twice, must not pass.
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
          .build();

  private final OperationCost operations;
  private final Cache<String, Integer> hashes = Caffeine.newBuilder().maximumSize(HASHES).build();

  RequestCost(LimitProperties limits) {
    operations = new OperationCost(limits.costs());
  }

  int of(ServerWebExchange exchange) {
    var body = RequestBody.of(exchange);
    if (RouteKind.of(exchange) != RouteKind.GRAPHQL || body.length == 0) {
      return ONE;
    }
    var sum = 0;
    for (var request : read(body)) {
      sum += request == null ? ONE : cost(request);
    }
    return Math.max(ONE, sum);
  }

  private static GraphQlRequest[] read(byte[] body) {
    try {
      return JSON.readValue(body, GraphQlRequest[].class);
    } catch (JacksonException malformed) {
      throw new Refusal(
          HttpStatus.BAD_REQUEST, "The request is not JSON as GraphQL over HTTP has it.");
    }
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
