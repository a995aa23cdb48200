package dev.lifeos.edge.live;

import java.time.Duration;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.web.reactive.socket.CloseStatus;
import org.springframework.web.reactive.socket.HandshakeInfo;
import org.springframework.web.reactive.socket.WebSocketMessage;
import org.springframework.web.reactive.socket.WebSocketSession;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A client's socket whose peer behind the edge may go away. Both sides say something every 15
 * seconds (ping and pong of graphql-transport-ws); one that is silent for long is gone. Codes that
 * the gateway cannot pass become 1013, after which clients connect again; 1002, its own choice,
 * they take for their own mistake.
 */
final class LiveSocket implements WebSocketSession {

  private static final int PROTOCOL_ERROR = 1002;
  private static final CloseStatus TRY_AGAIN = new CloseStatus(1013, "Try again later");

  private final WebSocketSession session;
  private final Duration silence;

  LiveSocket(WebSocketSession session, Duration silence) {
    this.session = session;
    this.silence = silence;
  }

  /** The peer behind the edge failed or could not be reached. */
  Mono<Void> peerGone() {
    return session.close(TRY_AGAIN);
  }

  @Override
  public Mono<Void> close(CloseStatus status) {
    return session.close(status.getCode() == PROTOCOL_ERROR ? TRY_AGAIN : status);
  }

  @Override
  public Flux<WebSocketMessage> receive() {
    return session.receive().timeout(silence);
  }

  @Override
  public Mono<Void> send(Publisher<WebSocketMessage> messages) {
    return session.send(Flux.from(messages).timeout(silence));
  }

  @Override
  public String getId() {
    return session.getId();
  }

  @Override
  public HandshakeInfo getHandshakeInfo() {
    return session.getHandshakeInfo();
  }

  @Override
  public DataBufferFactory bufferFactory() {
    return session.bufferFactory();
  }

  @Override
  public java.util.Map<String, Object> getAttributes() {
    return session.getAttributes();
  }

  @Override
  public boolean isOpen() {
    return session.isOpen();
  }

  @Override
  public Mono<CloseStatus> closeStatus() {
    return session.closeStatus();
  }

  @Override
  public WebSocketMessage textMessage(String payload) {
    return session.textMessage(payload);
  }

  @Override
  public WebSocketMessage binaryMessage(Function<DataBufferFactory, DataBuffer> payload) {
    return session.binaryMessage(payload);
  }

  @Override
  public WebSocketMessage pingMessage(Function<DataBufferFactory, DataBuffer> payload) {
    return session.pingMessage(payload);
  }

  @Override
  public WebSocketMessage pongMessage(Function<DataBufferFactory, DataBuffer> payload) {
    return session.pongMessage(payload);
  }
}
