package dev.lifeos.edge.error;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.netty.handler.timeout.TimeoutException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.support.ServiceUnavailableException;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** What a client is told of any failure. Nothing internal is in it. */
final class Refusals {

  private static final Duration SOON = Duration.ofSeconds(1);
  private static final Duration LATER = Duration.ofSeconds(5);

  private Refusals() {}

  /** By the first in the chain of causes that says something: libraries wrap, and add causes. */
  static Refusal of(Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      var refusal = known(each);
      if (refusal != null) {
        return refusal;
      }
    }
    return new Refusal(
        HttpStatus.INTERNAL_SERVER_ERROR,
        "Something went wrong on our side; the correlation id finds it in the logs.");
  }

  private static @Nullable Refusal known(Throwable failure) {
    return switch (failure) {
      case Refusal refusal -> refusal;
      case ServiceUnavailableException open -> unavailable(LATER);
      case CallNotPermittedException open -> unavailable(LATER);
      case ConnectException down -> unavailable(SOON);
      case UnknownHostException down -> unavailable(LATER);
      case TimeoutException slow -> tooSlow();
      case java.util.concurrent.TimeoutException slow -> tooSlow();
      case ResponseStatusException status -> byStatus(status);
      case IOException broken ->
          new Refusal(HttpStatus.BAD_GATEWAY, "The service broke off its answer.", SOON);
      default -> null;
    };
  }

  private static Refusal byStatus(ResponseStatusException known) {
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
