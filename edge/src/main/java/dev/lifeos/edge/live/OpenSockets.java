package dev.lifeos.edge.live;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.socket.CloseStatus;
import org.springframework.web.reactive.socket.WebSocketSession;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The clients' sockets that are open. */
@Component
class OpenSockets {

  private static final CloseStatus RESTART = new CloseStatus(1012, "Service restart");

  private final Set<WebSocketSession> open = ConcurrentHashMap.newKeySet();

  /** Keeps a socket in mind while something goes on on it. */
  Mono<Void> during(WebSocketSession session, Mono<Void> conversation) {
    open.add(session);
    return conversation.doFinally(end -> open.remove(session));
  }

  /** Tells all clients to connect again; completes when they are told. */
  Mono<Void> close() {
    return Flux.fromIterable(open)
        .flatMap(session -> session.close(RESTART).onErrorComplete())
        .then();
  }
}
