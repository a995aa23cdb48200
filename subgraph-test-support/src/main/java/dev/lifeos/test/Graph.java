package dev.lifeos.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A GraphQL client over real HTTP. Immutable: each {@code as} gives a new one. */
public final class Graph {

  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final String origin;
  private final @Nullable String token;
  private final Map<String, String> headers;

  private Graph(String origin, @Nullable String token, Map<String, String> headers) {
    this.origin = origin;
    this.token = token;
    this.headers = headers;
  }

  /** An anonymous client of the server at that origin. */
  public static Graph at(String origin) {
    return new Graph(origin, null, Map.of());
  }

  /** The same client with that bearer token. */
  public Graph as(String bearerToken) {
    return new Graph(origin, bearerToken, headers);
  }

  /** The same client without a token. */
  public Graph anonymous() {
    return new Graph(origin, null, headers);
  }

  /** The same client with one more request header. */
  public Graph with(String header, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Graph(origin, token, more);
  }

  /** The server's origin, e.g. {@code http://127.0.0.1:3002}. */
  public String origin() {
    return origin;
  }

  /** Sends an operation without variables. */
  public Answer send(String document) {
    return send(document, Map.of());
  }

  /** Sends an operation. */
  public Answer send(String document, Map<String, ?> variables) {
    return sendRaw(JSON.writeValueAsString(Map.of("query", document, "variables", variables)));
  }

  /**
   * Asks for entities of one type as the router does.
   *
   * @param keys the representations without {@code __typename}
   * @param selection what to select on the type
   */
  public Answer entities(String type, List<? extends Map<String, ?>> keys, String selection) {
    var representations = new ArrayList<Map<String, Object>>();
    for (var key : keys) {
      var representation = new LinkedHashMap<String, Object>(key);
      representation.put("__typename", type);
      representations.add(representation);
    }
    var document =
        "query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on "
            + type
            + " { "
            + selection
            + " } } }";
    return send(document, Map.of("representations", representations));
  }

  /** Sends any body to {@code /graphql}. */
  public Answer sendRaw(String body) {
    var request =
        request("/graphql")
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    return answer(request);
  }

  /**
   * Subscribes by server-sent events.
   *
   * @return the first event, or nothing at all where none comes soon
   */
  public Answer firstEvent(String document) {
    var request =
        request("/graphql")
            .header("Content-Type", "application/json")
            .header("Accept", "text/event-stream")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    JSON.writeValueAsString(Map.of("query", document))))
            .build();
    return FirstEvent.of(HTTP, request);
  }

  /** Gets any path. */
  public Answer get(String path) {
    return answer(request(path).GET());
  }

  private HttpRequest.Builder request(String path) {
    var request = HttpRequest.newBuilder(URI.create(origin + path)).timeout(Duration.ofSeconds(60));
    headers.forEach(request::header);
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    return request;
  }

  private static Answer answer(HttpRequest.Builder request) {
    try {
      var response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.headers(), response.body());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
