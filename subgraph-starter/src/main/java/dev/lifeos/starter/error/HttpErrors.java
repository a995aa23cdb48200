package dev.lifeos.starter.error;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Answers a request that never reaches GraphQL with a GraphQL-shaped error. */
public final class HttpErrors {

  /**
   * The media type that tells clients, and the router, that an error status still has a GraphQL
   * body.
   */
  public static final String GRAPHQL_RESPONSE = "application/graphql-response+json";

  private final JsonMapper json;

  /**
   * @param json how the body is written
   */
  public HttpErrors(JsonMapper json) {
    this.json = json;
  }

  /** Writes the whole response. */
  public void write(HttpServletResponse response, int status, ErrorCode code, String message)
      throws IOException {
    response.setStatus(status);
    response.setContentType(GRAPHQL_RESPONSE);
    response.getOutputStream().write(body(code, message).getBytes(StandardCharsets.UTF_8));
  }

  /** The response's body. */
  public String body(ErrorCode code, String message) {
    var extensions =
        Map.of(
            "code", code.name(), "correlationId", dev.lifeos.starter.web.CorrelationId.current());
    var error = Map.of("message", message, "extensions", extensions);
    return json.writeValueAsString(Map.of("errors", List.of(error)));
  }

  /** The code that fits an HTTP status. */
  public static ErrorCode code(int status) {
    return switch (status) {
      case 401 -> ErrorCode.UNAUTHENTICATED;
      case 403 -> ErrorCode.FORBIDDEN;
      case 404 -> ErrorCode.NOT_FOUND;
      case 429 -> ErrorCode.RATE_LIMITED;
      case 502, 503, 504 -> ErrorCode.UPSTREAM_UNAVAILABLE;
      default -> status >= 500 ? ErrorCode.INTERNAL_SERVER_ERROR : ErrorCode.BAD_USER_INPUT;
    };
  }
}
