package dev.lifeos.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Live connections end so that their clients know what to do. graphql-ws connects again after 1012
 * and 1013, and takes 1002 and most of 44xx for its own mistake.
 */
class LiveTest {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Upstream UPSTREAM = Upstream.start();
  private static final Edge EDGE = Edge.before(UPSTREAM, "lifeos.edge.silence=3s");

  @AfterAll
  static void stop() {
    EDGE.close();
    UPSTREAM.close();
  }

  @BeforeEach
  void itEchoes() {
    UPSTREAM.sockets((in, out) -> out.sendString(in.receive().asString()));
  }

  @ParameterizedTest
  @ValueSource(ints = {1000, 1001, 4400, 4401, 4403, 4408, 4409, 4429, 4500})
  void closeCodesOfTheSubgraphReachTheClient(int code) {
    UPSTREAM.sockets((in, out) -> out.sendClose(code, "because"));

    assertThat(Socket.open(EDGE.socket()).closing()).isEqualTo(code + " because");
  }

  @Test
  void whatAClientSaysBeforeTheSubgraphHasTakenTheCallIsNotLost() throws Exception {
    try (var slow = new SlowDoor(URI.create(UPSTREAM.origin()).getPort());
        var edge =
            Edge.before(
                UPSTREAM, "lifeos.edge.subgraphs.notification=http://127.0.0.1:" + slow.port())) {
      var client = Socket.open(edge.socket()).send("first").send("second");
      slow.open();

      await().until(() -> client.messages().equals(List.of("first", "second")));
      client.socket().abort();
    }
  }

  @Test
  void theClientsCloseReachesTheSubgraph() {
    var closed = new CompletableFuture<Integer>();
    UPSTREAM.sockets((in, out) -> {
      in.receiveCloseStatus().subscribe(status -> closed.complete(status.code()));
      return out.sendString(in.receive().asString());
    });
    var client = Socket.open(EDGE.socket()).send("hello");
    await().until(() -> client.messages().contains("hello"));
    client.socket().sendClose(4499, "enough").join();

    assertThat(closed).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(4499);
  }

  @Test
  void whenTheSubgraphCannotBeReachedTheClientIsToTryAgain() {
    UPSTREAM.goAway();
    try {
      assertThat(Socket.open(EDGE.socket()).closing()).startsWith("1013 ");
    } finally {
      UPSTREAM.comeBack();
    }
  }

  @RepeatedTest(10) // They were races.
  void whenTheSubgraphDiesTheClientIsToTryAgain() {
    var client = Socket.open(EDGE.socket()).send("hello");
    await().until(() -> client.messages().contains("hello"));
    UPSTREAM.goAway();
    try {
      assertThat(client.closing()).startsWith("1013 ");
    } finally {
      UPSTREAM.comeBack();
    }
  }

  @Test
  void aSubgraphThatFallsSilentIsGivenUp() {
    UPSTREAM.sockets((in, out) -> out.sendString(Mono.never()));

    assertThat(Socket.open(EDGE.socket()).closing()).startsWith("1013 ");
  }

  @Test
  void aSocketOnWhichBothSidesSpeakStaysOpen() {
    var client = Socket.open(EDGE.socket());
    // Longer than either side may be silent.
    Flux.interval(Duration.ofMillis(500))
        .take(12)
        .doOnNext(tick -> client.send("still here"))
        .blockLast();

    assertThat(client.messages()).hasSizeGreaterThanOrEqualTo(10);
    assertThat(client.socket().isOutputClosed()).isFalse();
    client.socket().abort();
  }

  @RepeatedTest(10) // They were races.
  void aMessageThatIsTooLargeClosesTheSocket() {
    var client = Socket.open(EDGE.socket()).send("x".repeat(70_000));

    assertThat(client.closing()).startsWith("1009");
  }

  @Test
  void aLargeEventReachesTheClient() {
    UPSTREAM.sockets(
        (in, out) -> out.sendString(Mono.just("y".repeat(200_000)).concatWith(Mono.never())));
    var client = Socket.open(EDGE.socket());

    await().until(() -> client.messages().size() == 1);
    assertThat(client.messages().getFirst()).hasSize(200_000);
    client.socket().abort();
  }

  @Test
  void aStreamThatFallsSilentIsBrokenOff() throws Exception {
    UPSTREAM.answers(Upstream::oneEvent);
    try {
      var events = stream(EDGE).body();

      assertThatThrownBy(events::toList).hasCauseInstanceOf(IOException.class);
    } finally {
      UPSTREAM.answers(Upstream::answer);
    }
  }

  @Test
  void whenTheEdgeStopsSocketsAndStreamsEndAndRequestsAreAnswered() throws Exception {
    UPSTREAM.answers(Upstream::events);
    try {
      var edge = Edge.before(UPSTREAM);
      var socket = Socket.open(edge.socket()).send("hello");
      await().until(() -> socket.messages().contains("hello"));
      var stream = stream(edge);
      UPSTREAM.answers(response ->
          Mono.delay(Duration.ofSeconds(1))
              .then(Mono.defer(() -> Mono.from(Upstream.answer(response)))));
      var asked = UPSTREAM.received().size();
      var slow =
          CompletableFuture.supplyAsync(
              () -> edge.graph().sendRaw("{\"query\":\"{ me { id } }\"}"));
      await().until(() -> UPSTREAM.received().size() > asked);
      var stopped = CompletableFuture.runAsync(edge::close);

      assertThat(socket.closing()).startsWith("1012 ");
      assertThat(stream.body().count()).isPositive();
      assertThat(slow).succeedsWithin(Duration.ofSeconds(10));
      assertThat(slow.join().status()).isEqualTo(200);
      assertThat(stopped).succeedsWithin(Duration.ofSeconds(10));
    } finally {
      UPSTREAM.answers(Upstream::answer);
    }
  }

  private static HttpResponse<java.util.stream.Stream<String>> stream(Edge edge)
      throws IOException, InterruptedException {
    return HTTP.send(
        HttpRequest.newBuilder(URI.create(edge.origin() + "/graphql"))
            .header("Accept", "text/event-stream")
            .POST(HttpRequest.BodyPublishers.ofString("{\"query\":\"subscription { a }\"}"))
            .build(),
        HttpResponse.BodyHandlers.ofLines());
  }
}
