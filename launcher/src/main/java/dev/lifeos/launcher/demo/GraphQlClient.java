package dev.lifeos.launcher.demo;

import dev.lifeos.launcher.Failure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends the documents in {@link Documents} to the router, as any client would. */
public final class GraphQlClient {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpClient http;
  private final URI endpoint;
  private final @Nullable String token;

  /** A client without a token. */
  public GraphQlClient(URI endpoint) {
    this(
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .proxy(HttpClient.Builder.NO_PROXY)
            .build(),
        endpoint,
        null);
  }

  private GraphQlClient(HttpClient http, URI endpoint, @Nullable String token) {
    this.http = http;
    this.endpoint = endpoint;
    this.token = token;
  }

  /** The same client with a person's access token. */
  public GraphQlClient as(String accessToken) {
    return new GraphQlClient(http, endpoint, accessToken);
  }

  /** The answer's data; fails with the first error where there is one. */
  public JsonNode send(String document, Map<String, ?> variables) {
    JsonNode answer = answer(document, variables);
    JsonNode error = answer.at("/errors/0");
    if (!error.isMissingNode()) {
      throw new Failure(
          "%s failed: %s %s"
              .formatted(
                  document,
                  error.path("message").asString(""),
                  error.at("/extensions/code").asString("")));
    }
    return answer.path("data");
  }

  /** The payload of a mutation; fails with its first error where there is one. */
  public JsonNode mutate(String document, Object input) {
    JsonNode payload = send(document, Map.of("input", input)).path(document);
    JsonNode error = payload.at("/errors/0");
    if (!error.isMissingNode()) {
      throw new Failure(
          "%s was refused: %s (%s at %s)"
              .formatted(
                  document,
                  error.path("message").asString(""),
                  error.path("code").asString(""),
                  error.path("path")));
    }
    return payload;
  }

  /** The whole answer, with errors if there are any. */
  public JsonNode answer(String document, Map<String, ?> variables) {
    Map<String, Object> body = Map.of("query", Documents.text(document), "variables", variables);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(endpoint)
            .timeout(PATIENCE)
            .header("content-type", "application/json")
            .header("accept", "application/json")
            .header("apollographql-client-name", "lifeos-launcher")
            .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
    if (token != null) {
      request.header("authorization", "Bearer " + token);
    }
    return read(document, request.build());
  }

  private JsonNode read(String document, HttpRequest request) {
    try {
      HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new Failure(
          "The router does not answer at %s; see ./lifeos status.".formatted(endpoint));
    } catch (JacksonException e) {
      throw new Failure("%s got an answer that is no JSON.".formatted(document));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("Interrupted.");
    }
  }
}
