package dev.lifeos.edge.request;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.lifeos.edge.error.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ServerWebExchange;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the edge reads of a request to GraphQL.
 *
 * @param query the document; null when it is sent by its hash
 * @param operationName which of the document's operations
 * @param extensions the hash
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record GraphQlRequest(
    @Nullable String query, @Nullable String operationName, @Nullable Extensions extensions) {

  private static final GraphQlRequest NOTHING = new GraphQlRequest(null, null, null);

  // What the router would read otherwise than we, a name given twice, must not pass.
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
          .build();

  /** The requests of a body, which may be a batch. A body that is not JSON is refused with 400. */
  public static List<GraphQlRequest> of(ServerWebExchange exchange) {
    try {
      return Arrays.stream(JSON.readValue(RequestBody.of(exchange), GraphQlRequest[].class))
          .map(request -> Objects.requireNonNullElse(request, NOTHING))
          .toList();
    } catch (JacksonException malformed) {
      throw new Refusal(
          HttpStatus.BAD_REQUEST, "The request is not JSON as GraphQL over HTTP has it.");
    }
  }

  /** The document's hash, if one is sent. */
  public @Nullable String hash() {
    return extensions == null || extensions.persistedQuery() == null
        ? null
        : extensions.persistedQuery().sha256Hash();
  }

  /** What stands beside the document. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Extensions(@Nullable PersistedQuery persistedQuery) {}

  /** The hash in place of a document. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record PersistedQuery(@Nullable String sha256Hash) {}
}
