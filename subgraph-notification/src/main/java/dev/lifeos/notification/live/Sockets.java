package dev.lifeos.notification.live;

import dev.lifeos.starter.access.Caller;
import dev.lifeos.starter.session.EndedSessions;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.graphql.autoconfigure.GraphQlProperties;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.webmvc.GraphQlWebSocketHandler;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketSession;
import tools.jackson.databind.json.JsonMapper;

/** The clients' sockets. One is closed when the session ends with whose token it was opened. */
@Component
class Sockets extends GraphQlWebSocketHandler {

  private static final Logger LOG = LoggerFactory.getLogger(Sockets.class);
  // Clients do not connect again after it: the session will not come back.
  private static final CloseStatus ENDED = new CloseStatus(4401, "The session has ended");

  private final Set<WebSocketSession> open = ConcurrentHashMap.newKeySet();
  private final EndedSessions ended;

  Sockets(
      WebGraphQlHandler graphql,
      JsonMapper json,
      GraphQlProperties properties,
      EndedSessions ended) {
    super(
        graphql,
        new JacksonJsonHttpMessageConverter(json),
        properties.getWebsocket().getConnectionInitTimeout(),
        properties.getWebsocket().getKeepAlive());
    this.ended = ended;
  }

  @Override
  public void afterConnectionEstablished(WebSocketSession socket) {
    open.add(socket);
    super.afterConnectionEstablished(socket);
  }

  @Override
  public void afterConnectionClosed(WebSocketSession socket, CloseStatus status) {
    open.remove(socket);
    super.afterConnectionClosed(socket, status);
  }

  @Scheduled(fixedDelayString = "PT1S")
  void closeEnded() {
    open.stream().filter(this::hasEnded).forEach(Sockets::close);
  }

  private boolean hasEnded(WebSocketSession socket) {
    return Caller.of(socket.getAttributes())
        .map(caller -> ended.contains(caller.sessionId()))
        .orElse(false);
  }

  // A client that reads nothing more holds its own thread up and no other's.
  private static void close(WebSocketSession socket) {
    Thread.startVirtualThread(() -> {
      try {
        socket.close(ENDED);
      } catch (IOException gone) {
        LOG.debug("A socket was gone already", gone);
      }
    });
  }
}
