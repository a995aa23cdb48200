package dev.lifeos.starter.access;

import dev.lifeos.starter.session.EndedSessions;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.server.WebSocketGraphQlInterceptor;
import org.springframework.graphql.server.WebSocketGraphQlRequest;
import org.springframework.graphql.server.WebSocketSessionInfo;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import reactor.core.publisher.Mono;

/**
 * Puts the {@link Caller} into each operation's context. Over HTTP it comes from the request's
 * token; over WebSocket from the {@code Authorization} of the {@code connection_init} payload,
 * since browsers cannot set headers there. A bad token refuses the connection (close code 4401 or
 * 4403).
 */
@Order(0)
class CallerInterceptor implements WebSocketGraphQlInterceptor {

  private static final String BEARER = "bearer ";

  private final JwtDecoder decoder;
  private final EndedSessions ended;
  private final Clock clock;

  CallerInterceptor(JwtDecoder decoder, EndedSessions ended, Clock clock) {
    this.decoder = decoder;
    this.ended = ended;
    this.clock = clock;
  }

  @Override
  public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
    var caller = caller(request);
    request.configureExecutionInput(
        (input, builder) -> builder.graphQLContext(Map.of(Caller.class, caller)).build());
    return chain.next(request);
  }

  @Override
  public Mono<Object> handleConnectionInitialization(
      WebSocketSessionInfo session, Map<String, Object> payload) {
    var token = bearer(payload);
    if (token == null) {
      return Mono.empty();
    }
    return Mono.fromCallable(() -> decoder.decode(token))
        .doOnNext(jwt -> session.getAttributes().put(Caller.ATTRIBUTE, Callers.of(jwt)))
        .then(Mono.empty());
  }

  private Caller caller(WebGraphQlRequest request) {
    if (request instanceof WebSocketGraphQlRequest socket) {
      return Caller.of(socket.getSessionInfo().getAttributes())
          .filter(this::lives)
          .orElse(Caller.ANONYMOUS);
    }
    return Callers.of(SecurityContextHolder.getContext().getAuthentication());
  }

  // A socket may outlive the token that it was opened with.
  private boolean lives(Caller caller) {
    var end = caller.expiresAt();
    return end != null && clock.instant().isBefore(end) && !ended.contains(caller.sessionId());
  }

  private static @Nullable String bearer(Map<String, Object> payload) {
    var header = payload.getOrDefault("Authorization", payload.get("authorization"));
    if (!(header instanceof String text)
        || !text.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      return null;
    }
    return text.substring(BEARER.length()).strip();
  }
}
