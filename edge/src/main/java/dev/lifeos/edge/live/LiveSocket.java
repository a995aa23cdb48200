package dev.lifeos.edge.live;

import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import java.time.Duration;
import java.util.Set;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.web.reactive.socket.CloseStatus;
import org.springframework.web.reactive.socket.HandshakeInfo;
import org.springframework.web.reactive.socket.WebSocketMessage;
import org.springframework.web.reactive.socket.WebSocketSession;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.util.concurrent.Queues;

/**
 * A client's socket whose peer behind the edge may go away. Both sides say something every 15
 * seconds (ping and pong of graphql-transport-ws); one that is silent for long is gone. Where the
 * peer went without a word, or the gateway cannot pass its code on and says 1002 instead, the
 * client gets 1013, after which it connects again; 1002 it would take for its own mistake.
 */
final class LiveSocket implements WebSocketSession {

  private static final Set<Integer> NO_WORD = Set.of(1002, 1005, 1006);
  // A person has at most 20 subscriptions.
  private static final int WAITING = 64;
  private static final CloseStatus TRY_AGAIN = new CloseStatus(1013, "Try again later");

  private final WebSocketSession session;
  private final Duration silence;
  private final Sinks.Many<WebSocketMessage> received =
      Sinks.many().unicast().onBackpressureBuffer(Queues.<WebSocketMessage>get(WAITING).get());

  LiveSocket(WebSocketSession session, Duration silence) {
    this.session = session;
    this.silence = silence;
    // Listened to at once: what arrives before that comes in pieces that nobody puts together. And
    // to the end, whoever cancels: else Netty closes with no code at all.
    session
        .receive()
        .map(LiveSocket::copied)
        .subscribe(this::keep, this::failed, received::tryEmitComplete);
  }

  /** The peer behind the edge failed or could not be reached. */
  Mono<Void> peerGone() {
    return session.isOpen() ? session.close(TRY_AGAIN) : Mono.empty();
  }

  @Override
  public Mono<Void> close(CloseStatus status) {
    return session.close(NO_WORD.contains(status.getCode()) ? TRY_AGAIN : status);
  }

  @Override
  public Flux<WebSocketMessage> receive() {
    return received.asFlux().timeout(silence);
  }

  private void keep(WebSocketMessage message) {
    if (received.tryEmitNext(message).isFailure()) {
      peerGone().subscribe();
    }
  }

  // Netty takes its memory back as soon as a message was handed on; here it may have to wait.
  private static WebSocketMessage copied(WebSocketMessage message) {
    var bytes = new byte[message.getPayload().readableByteCount()];
    message.getPayload().read(bytes);
    return new WebSocketMessage(
        message.getType(), DefaultDataBufferFactory.sharedInstance.wrap(bytes));
  }

  // Too large a message, above all: 1009, which clients do not send again.
  private void failed(Throwable failure) {
    if (failure instanceof DecoderException) {
      session.close(status(failure)).subscribe();
      received.tryEmitComplete();
      return;
    }
    received.tryEmitError(failure);
  }

  private static CloseStatus status(Throwable failure) {
    var status =
        failure instanceof CorruptedWebSocketFrameException frame
            ? frame.closeStatus()
            : WebSocketCloseStatus.MESSAGE_TOO_BIG;
    return new CloseStatus(status.code(), status.reasonText());
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
