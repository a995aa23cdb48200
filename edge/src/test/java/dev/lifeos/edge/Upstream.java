package dev.lifeos.edge;

import io.netty.buffer.Unpooled;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.http.server.WebsocketServerSpec;
import reactor.netty.http.websocket.WebsocketInbound;
import reactor.netty.http.websocket.WebsocketOutbound;

/** What stands behind the edge: it notes what arrives, and answers as it is told. */
final class Upstream implements AutoCloseable {

  static final String ANSWER = "{\"data\":{\"me\":null}}";

  private final List<Received> received = new CopyOnWriteArrayList<>();
  private volatile Function<HttpServerResponse, Publisher<Void>> http = Upstream::answer;
  private volatile BiFunction<WebsocketInbound, WebsocketOutbound, Publisher<Void>> socket =
      (in, out) -> out.sendString(in.receive().asString());
  private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
  private DisposableServer server;

  private Upstream() {
    server = serve(0);
  }

  static Upstream start() {
    return new Upstream();
  }

  /** Answers HTTP so from now on. */
  void answers(Function<HttpServerResponse, Publisher<Void>> how) {
    http = how;
  }

  /** Answers HTTP with that JSON. */
  void answers(String json) {
    http = response -> send(response, json);
  }

  /** Treats sockets so from now on; it echoes until told otherwise. */
  void sockets(BiFunction<WebsocketInbound, WebsocketOutbound, Publisher<Void>> how) {
    socket = how;
  }

  /** Everything that arrived. */
  List<Received> received() {
    return received;
  }

  Received last() {
    return received.getLast();
  }

  String origin() {
    return "http://127.0.0.1:" + server.port();
  }

  /** Is gone, with all connections. */
  void goAway() {
    connections.close().awaitUninterruptibly();
    server.disposeNow(Duration.ofSeconds(5));
    connections.close().awaitUninterruptibly();
  }

  /** Is there again, at the same place. */
  void comeBack() {
    server = serve(server.port());
  }

  @Override
  public void close() {
    goAway();
  }

  static Publisher<Void> answer(HttpServerResponse response) {
    return send(response, ANSWER);
  }

  static Publisher<Void> send(HttpServerResponse response, String json) {
    return response.header("Content-Type", "application/json").sendString(Mono.just(json));
  }

  /** A stream that goes on for ever. */
  static Publisher<Void> events(HttpServerResponse response) {
    return stream(response, Flux.interval(Duration.ZERO, Duration.ofMillis(100)));
  }

  /** A stream that sends one event and then nothing more. */
  static Publisher<Void> oneEvent(HttpServerResponse response) {
    return stream(response, Flux.just(1L).concatWith(Flux.never()));
  }

  private static Publisher<Void> stream(HttpServerResponse response, Flux<Long> ticks) {
    return response
        .header("Content-Type", "text/event-stream")
        .send(
            ticks.map(tick -> Unpooled.copiedBuffer("event: next\n\n", StandardCharsets.UTF_8)),
            buffer -> true);
  }

  private DisposableServer serve(int port) {
    return HttpServer.create()
        .host("127.0.0.1")
        .port(port)
        .doOnConnection(connection -> connections.add(connection.channel()))
        .route(routes ->
            routes
                .ws(
                    request -> request.requestHeaders().contains("Upgrade"),
                    (in, out) -> socket.apply(in, out),
                    WebsocketServerSpec.builder().protocols("graphql-transport-ws").build())
                .route(request -> true, this::note))
        .bindNow();
  }

  private Publisher<Void> note(HttpServerRequest request, HttpServerResponse response) {
    return request
        .receive()
        .aggregate()
        .asByteArray()
        .defaultIfEmpty(new byte[0])
        .doOnNext(body ->
            received.add(
                new Received(
                    request.method().name(), request.uri(), request.requestHeaders().copy(), body)))
        .flatMap(body -> Mono.from(http.apply(response)));
  }

  /**
   * One request.
   *
   * @param body its bytes
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Received(String method, String uri, HttpHeaders headers, byte[] body) {}
}
