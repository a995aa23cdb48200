package dev.lifeos.edge.error;

import dev.lifeos.edge.secret.SecretPaths;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers every failure with a GraphQL-shaped error, as <a
 * href="https://graphql.github.io/graphql-over-http/draft/">GraphQL over HTTP</a> has it.
 */
@Component
@Order(-2) // Before Boot's own, which knows no GraphQL.
class ErrorAnswer implements ErrorWebExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(ErrorAnswer.class);
  private static final MediaType GRAPHQL =
      MediaType.parseMediaType("application/graphql-response+json");

  private final JsonMapper json;

  ErrorAnswer(JsonMapper json) {
    this.json = json;
  }

  @Override
  public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
    var refusal = Refusals.of(failure);
    log(exchange, refusal, failure);
    var response = exchange.getResponse();
    if (response.isCommitted()) {
      return Mono.error(failure);
    }
    response.setStatusCode(refusal.status());
    response
        .getHeaders()
        .setContentType(refusal.status().isError() ? GRAPHQL : MediaType.APPLICATION_JSON);
    response.getHeaders().remove(HttpHeaders.CONTENT_ENCODING);
    var wait = refusal.retryAfter();
    if (wait != null) {
      var seconds = Math.max(1, wait.plusMillis(999).toSeconds());
      response.getHeaders().set(HttpHeaders.RETRY_AFTER, "" + seconds);
    }
    var body = response.bufferFactory().wrap(body(exchange, refusal));
    response.getHeaders().setContentLength(body.readableByteCount());
    return response.writeWith(Mono.just(body));
  }

  private byte[] body(ServerWebExchange exchange, Refusal refusal) {
    var extensions =
        Map.of("code", refusal.code().name(), "correlationId", CorrelationId.of(exchange));
    var error = Map.of("message", refusal.message(), "extensions", extensions);
    return json.writeValueAsBytes(Map.of("errors", List.of(error)));
  }

  private static void log(ServerWebExchange exchange, Refusal refusal, Throwable failure) {
    if (!refusal.status().is5xxServerError()) {
      return;
    }
    var request = exchange.getRequest();
    var defect = refusal.code() == ErrorCode.INTERNAL_SERVER_ERROR;
    var line = (defect ? LOG.atError().setCause(failure) : LOG.atWarn());
    line.addKeyValue(CorrelationId.KEY, CorrelationId.of(exchange))
        .log(
            "{} {} -> {}: {}",
            request.getMethod(),
            SecretPaths.masked(request.getPath().value()),
            refusal.status().value(),
            failure.toString());
  }
}
