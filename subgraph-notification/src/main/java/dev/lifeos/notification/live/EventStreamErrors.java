package dev.lifeos.notification.live;

import org.reactivestreams.Publisher;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.server.WebSocketGraphQlRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Sends the errors of a refused subscription as its only server-sent event. Without it, the handler
 * of such streams says of every refusal that it was no subscription.
 */
@Component
@Order(-200)
class EventStreamErrors implements WebGraphQlInterceptor {

  @Override
  public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
    var response = chain.next(request);
    return isEventStream(request) ? response.map(EventStreamErrors::streamed) : response;
  }

  private static boolean isEventStream(WebGraphQlRequest request) {
    var accept = request.getHeaders().getFirst(HttpHeaders.ACCEPT);
    return !(request instanceof WebSocketGraphQlRequest)
        && accept != null
        && accept.contains(MediaType.TEXT_EVENT_STREAM_VALUE);
  }

  private static WebGraphQlResponse streamed(WebGraphQlResponse response) {
    var result = response.getExecutionResult();
    if (result.getErrors().isEmpty() || result.getData() instanceof Publisher<?>) {
      return response;
    }
    return response.transform(builder -> builder.data(Flux.just(result)));
  }
}
