package dev.lifeos.edge.error;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * The edge does not let a request through, and says why. It is no defect and has no stack trace.
 */
public final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final HttpStatus status;
  private final ErrorCode code;
  private final @Nullable Duration retryAfter;

  /**
   * @param status of HTTP
   * @param message for people
   */
  public Refusal(HttpStatus status, String message) {
    this(status, message, null);
  }

  /**
   * @param retryAfter when it is worth trying again; null if never
   */
  public Refusal(HttpStatus status, String message, @Nullable Duration retryAfter) {
    this(status, ErrorCode.of(status.value()), message, retryAfter);
  }

  private Refusal(
      HttpStatus status, ErrorCode code, String message, @Nullable Duration retryAfter) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
    this.retryAfter = retryAfter;
  }

  /**
   * The document of a hash is not known here: the client is to send it. The message is what clients
   * of <a href="https://www.apollographql.com/docs/apollo-server/performance/apq">automatic
   * persisted queries</a> wait for.
   */
  public static Refusal persistedQueryNotFound() {
    return new Refusal(
        HttpStatus.OK, ErrorCode.PERSISTED_QUERY_NOT_FOUND, "PersistedQueryNotFound", null);
  }

  HttpStatus status() {
    return status;
  }

  ErrorCode code() {
    return code;
  }

  @Nullable Duration retryAfter() {
    return retryAfter;
  }

  String message() {
    return String.valueOf(getMessage());
  }
}
