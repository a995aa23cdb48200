package dev.lifeos.edge.error;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.netty.handler.timeout.TimeoutException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.web.server.ResponseStatusException;

/** What a client is told of any failure. Nothing internal is in it. */
final class Refusals {

  private static final Duration SOON = Duration.ofSeconds(1);
  private static final Duration LATER = Duration.ofSeconds(5);

  private Refusals() {}

  static Refusal of(Throwable failure) {
    return switch (NestedExceptionUtils.getMostSpecificCause(failure)) {
      case Refusal refusal -> refusal;
      case CallNotPermittedException open -> unavailable(LATER);
      case ConnectException down -> unavailable(SOON);
      case UnknownHostException down -> unavailable(LATER);
      case TimeoutException slow -> tooSlow();
      case java.util.concurrent.TimeoutException slow -> tooSlow();
      case IOException broken ->
          new Refusal(HttpStatus.BAD_GATEWAY, "The service broke off its answer.", SOON);
      default -> byType(failure);
    };
  }

  private static Refusal byType(Throwable failure) {
    return switch (failure) {
      case AuthenticationServiceException keys ->
          new Refusal(
              HttpStatus.SERVICE_UNAVAILABLE,
              "Tokens cannot be checked just now: try again.",
              LATER);
      case ResponseStatusException known -> known(known);
      default ->
          new Refusal(
              HttpStatus.INTERNAL_SERVER_ERROR,
              "Something went wrong on our side; the correlation id finds it in the logs.");
    };
  }

  private static Refusal known(ResponseStatusException known) {
    return switch (HttpStatus.valueOf(known.getStatusCode().value())) {
      case NOT_FOUND -> new Refusal(HttpStatus.NOT_FOUND, "Nothing is served here.");
      case SERVICE_UNAVAILABLE -> unavailable(SOON);
      case GATEWAY_TIMEOUT -> tooSlow();
      case HttpStatus other -> new Refusal(other, other.getReasonPhrase() + ".");
    };
  }

  private static Refusal unavailable(Duration retryAfter) {
    return new Refusal(
        HttpStatus.SERVICE_UNAVAILABLE,
        "The service is not available just now: try again.",
        retryAfter);
  }

  private static Refusal tooSlow() {
    return new Refusal(HttpStatus.GATEWAY_TIMEOUT, "The service took too long to answer.", SOON);
  }
}
