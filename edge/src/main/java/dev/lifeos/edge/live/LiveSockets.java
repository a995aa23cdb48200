package dev.lifeos.edge.live;

import dev.lifeos.edge.EdgeProperties;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.socket.WebSocketHandler;
import org.springframework.web.reactive.socket.WebSocketSession;
import org.springframework.web.reactive.socket.server.WebSocketService;
import org.springframework.web.reactive.socket.server.support.HandshakeWebSocketService;
import org.springframework.web.reactive.socket.server.upgrade.ReactorNettyRequestUpgradeStrategy;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.WebsocketServerSpec;

/**
 * Takes the place of the gateway's own way to open sockets, whose clients would not connect again
 * after a fault behind it.
 */
@Component
@Primary
class LiveSockets implements WebSocketService {

  private static final Logger LOG = LoggerFactory.getLogger(LiveSockets.class);
  private static final String PROTOCOL = "graphql-transport-ws";
  // A subscription and its variables; events on their way out may be larger.
  private static final int LARGEST_MESSAGE = 65_536;

  private final WebSocketService handshakes =
      new HandshakeWebSocketService(
          new ReactorNettyRequestUpgradeStrategy(
              () -> WebsocketServerSpec.builder().maxFramePayloadLength(LARGEST_MESSAGE)));

  private final EdgeProperties edge;
  private final OpenSockets open;

  LiveSockets(EdgeProperties edge, OpenSockets open) {
    this.edge = edge;
    this.open = open;
  }

  @Override
  public Mono<Void> handleRequest(ServerWebExchange exchange, WebSocketHandler gateway) {
    return handshakes.handleRequest(
        exchange,
        new WebSocketHandler() {
          @Override
          public List<String> getSubProtocols() {
            return List.of(PROTOCOL);
          }

          @Override
          public Mono<Void> handle(WebSocketSession session) {
            return proxied(gateway, session);
          }
        });
  }

  private Mono<Void> proxied(WebSocketHandler gateway, WebSocketSession session) {
    var socket = new LiveSocket(session, edge.silence());
    var proxy =
        gateway
            .handle(socket)
            .onErrorResume(failure -> {
              LOG.debug("A socket's peer is gone", failure);
              return Mono.empty();
            })
            .then(Mono.defer(socket::peerGone));
    return open.during(session, proxy);
  }
}
