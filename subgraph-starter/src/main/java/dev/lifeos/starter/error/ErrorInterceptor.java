package dev.lifeos.starter.error;

import dev.lifeos.starter.web.CorrelationId;
import graphql.ErrorClassification;
import graphql.ErrorType;
import graphql.GraphQLError;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.ResponseError;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.server.WebSocketGraphQlRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import reactor.core.publisher.Mono;

/**
 * Gives every error of a response its code and the correlation id, those of parsing and validation
 * too.
 */
@Order(-100)
class ErrorInterceptor implements WebGraphQlInterceptor {

  @Override
  public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
    var correlationId = CorrelationId.current();
    // Messages are English and ours: i18n/*_en.properties.
    request.configureExecutionInput((input, builder) -> builder.locale(Locale.ENGLISH).build());
    return chain.next(request).map(response -> typed(request, response, correlationId));
  }

  private static WebGraphQlResponse typed(
      WebGraphQlRequest request, WebGraphQlResponse response, String correlationId) {
    if (response.getExecutionResult().getData() instanceof Publisher<?> && !streams(request)) {
      return refusedSubscription(response, correlationId);
    }
    if (response.getErrors().isEmpty()) {
      return response;
    }
    var errors = response.getErrors().stream().map(error -> typed(error, correlationId)).toList();
    return response.transform(builder -> builder.errors(errors));
  }

  private static WebGraphQlResponse refusedSubscription(
      WebGraphQlResponse response, String correlationId) {
    var error =
        new TypedError(
            "Subscribe over WebSocket (graphql-transport-ws), or ask for text/event-stream.",
            null,
            null,
            extensions(ErrorCode.BAD_USER_INPUT.name(), correlationId));
    return response.transform(builder -> builder.data(Map.of()).errors(List.of(error)));
  }

  private static boolean streams(WebGraphQlRequest request) {
    if (request instanceof WebSocketGraphQlRequest) {
      return true;
    }
    var accept = request.getHeaders().getFirst(HttpHeaders.ACCEPT);
    return accept != null && accept.contains(MediaType.TEXT_EVENT_STREAM_VALUE);
  }

  private static GraphQLError typed(ResponseError error, String correlationId) {
    var extensions = error.getExtensions();
    var known = extensions == null ? null : extensions.get("code");
    var code = known == null ? code(error.getErrorType()) : known.toString();
    var path = error.getParsedPath();
    return new TypedError(
        String.valueOf(error.getMessage()),
        path.isEmpty() ? null : path,
        error.getLocations(),
        extensions(code, correlationId));
  }

  private static Map<String, Object> extensions(String code, String correlationId) {
    return Map.of("code", code, CorrelationId.KEY, correlationId);
  }

  private static String code(@Nullable ErrorClassification classification) {
    if (!(classification instanceof ErrorType type)) {
      return ErrorCode.INTERNAL_SERVER_ERROR.name();
    }
    return switch (type) {
      case InvalidSyntax, ValidationError, OperationNotSupported -> ErrorCode.BAD_USER_INPUT.name();
      case ExecutionAborted -> ErrorCode.QUERY_TOO_EXPENSIVE.name();
      case DataFetchingException, NullValueInNonNullableField ->
          ErrorCode.INTERNAL_SERVER_ERROR.name();
    };
  }
}
