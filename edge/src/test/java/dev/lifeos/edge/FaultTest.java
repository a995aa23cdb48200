package dev.lifeos.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lifeos.test.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Whatever goes wrong, before the edge or behind it, has a clear answer and holds nothing. */
class FaultTest {

  private static final String MUTATION =
      "{\"query\":\"mutation { recordVitals { errors { code } } }\"}";
  private static final int LARGEST = 100_000;
  private static final Upstream ROUTER = Upstream.start();
  private static final Edge EDGE =
      Edge.before(
          ROUTER,
          "lifeos.edge.max-body=" + LARGEST + "B",
          "lifeos.edge.silence=1s",
          "lifeos.edge.body-timeout=1s",
          "lifeos.edge.header-timeout=1s",
          "lifeos.edge.max-connections-per-address=50");

  @AfterAll
  static void stop() {
    EDGE.close();
    ROUTER.close();
  }

  @BeforeEach
  void allIsWell() {
    ROUTER.answers(Upstream::answer);
    await().until(() -> EDGE.graph().sendRaw(MUTATION).status() == 200);
    ROUTER.received().clear();
  }

  @Test
  void whileTheRouterIsAwayOneIsToldToTryAgainAndThenItWorks() {
    ROUTER.goAway();
    try {
      // More than the circuit breaker needs to open: both kinds of refusal look the same.
      IntStream.range(0, 30).forEach(i -> isUnavailable(EDGE.graph().sendRaw(MUTATION)));
    } finally {
      ROUTER.comeBack();
    }
    await().until(() -> EDGE.graph().sendRaw(MUTATION).status() == 200);
  }

  @Test
  void aRouterThatIsTooSlowIsNotWaitedFor() {
    ROUTER.answers(response -> Mono.never());
    var answer = EDGE.graph().sendRaw(MUTATION);

    assertThat(answer.status()).isEqualTo(504);
    assertThat(answer.firstErrorCode()).isEqualTo("UPSTREAM_UNAVAILABLE");
  }

  @Test
  void aMutationIsNeverSentTwice() {
    ROUTER.answers(response -> {
      response.withConnection(connection -> connection.channel().close());
      return Mono.never();
    });
    var answer = EDGE.graph().sendRaw(MUTATION);

    assertThat(answer.status()).isEqualTo(502);
    assertThat(answer.firstErrorCode()).isEqualTo("UPSTREAM_UNAVAILABLE");
    assertThat(ROUTER.received()).hasSize(1);
  }

  @Test
  void aFailureTheRouterTellsOfIsPassedOn() {
    ROUTER.answers(response -> Upstream.send(response.status(503), "{\"errors\":[]}"));

    IntStream.range(0, 30)
        .forEach(
            i -> assertThat(EDGE.graph().sendRaw(MUTATION).body()).isEqualTo("{\"errors\":[]}"));
  }

  @Test
  void anAnswerThatStopsHalfWayIsBrokenOff() throws Exception {
    ROUTER.answers(response ->
        response
            .header("Content-Type", "application/json")
            .sendString(Flux.just("{\"data\":").concatWith(Flux.never())));
    var request =
        HttpRequest.newBuilder(URI.create(EDGE.origin() + "/graphql"))
            .POST(BodyPublishers.ofString(MUTATION))
            .timeout(Duration.ofSeconds(20))
            .build();
    try (var client = HttpClient.newHttpClient()) {
      var sent = client.sendAsync(request, HttpResponse.BodyHandlers.ofString());

      assertThat(sent)
          .failsWithin(Duration.ofSeconds(20))
          .withThrowableThat()
          .withCauseInstanceOf(IOException.class);
    }
  }

  @Test
  void aBodyOverTheLimitIsRefusedWhetherItsLengthIsToldOrNot() {
    var large = "x".repeat(LARGEST + 1);
    var told = post(BodyPublishers.ofString(large));
    var chunked = post(BodyPublishers.ofInputStream(() -> stream(large)));

    assertThat(told.statusCode()).isEqualTo(413);
    assertThat(chunked.statusCode()).isEqualTo(413);
    assertThat(told.body()).contains("BAD_USER_INPUT", "larger than 100000 bytes");
    assertThat(chunked.body()).contains("BAD_USER_INPUT");
    assertThat(ROUTER.received()).isEmpty();
  }

  @Test
  void aBodyUpToTheLimitIsPassedOnWhole() {
    var fits = "{\"query\":\"{ me { id } }\",\"x\":\"%s\"}".formatted("y".repeat(LARGEST - 50));
    assertThat(post(BodyPublishers.ofInputStream(() -> stream(fits))).statusCode()).isEqualTo(200);

    assertThat(new String(ROUTER.last().body(), StandardCharsets.UTF_8)).isEqualTo(fits);
  }

  @Test
  void whatIsNoJsonIsRefused() {
    for (var body :
        new String[] {"nonsense", "{\"query\":", "{\"query\":\"a\",\"query\":\"b\"}", "17"}) {
      var answer = EDGE.graph().sendRaw(body);
      assertThat(answer.status()).as(body).isEqualTo(400);
      assertThat(answer.firstErrorCode()).as(body).isEqualTo("BAD_USER_INPUT");
    }
    assertThat(EDGE.graph().with("Content-Encoding", "gzip").sendRaw(MUTATION).status())
        .isEqualTo(415);
    assertThat(ROUTER.received()).isEmpty();
  }

  @Test
  void headersThatAreTooLargeAreRefused() {
    assertThat(EDGE.graph().with("X-Large", "x".repeat(20_000)).sendRaw(MUTATION).status())
        .isEqualTo(431);
    assertThat(ROUTER.received()).isEmpty();
  }

  @Test
  void aClientThatSendsItsHeadersByDripsIsClosed() throws Exception {
    try (var client = new RawClient(EDGE.port())) {
      client.send("POST /graphql HTTP/1.1\r\nHost: a\r\n");
      // Each byte would start a mere idle time-out anew.
      assertThat(client.isClosedWhile(() -> client.send("x"))).isTrue();
    }
  }

  @Test
  void aClientThatDripsAfterAGoodRequestIsClosedToo() throws Exception {
    try (var client = new RawClient(EDGE.port())) {
      client.send("GET /ready HTTP/1.1\r\nHost: a\r\n\r\n");
      assertThat(client.line()).isEqualTo("HTTP/1.1 200 OK");
      client.send("GET /ready HT");
      assertThat(client.isClosedWhile(() -> client.send("x"))).isTrue();
    }
  }

  @Test
  void aBodyThatDoesNotArriveIsNotWaitedFor() throws Exception {
    try (var client = new RawClient(EDGE.port())) {
      client.send("POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\n{");

      assertThat(client.line()).isEqualTo("HTTP/1.1 408 Request Timeout");
    }
    assertThat(ROUTER.received()).isEmpty();
  }

  @Test
  void oneAddressCannotTakeAllConnections() throws Exception {
    var clients = new java.util.ArrayList<RawClient>();
    try {
      for (var i = 0; i < 60; i++) {
        clients.add(new RawClient(EDGE.port()));
      }
      await().until(() -> clients.stream().filter(RawClient::isClosed).count() >= 10);
    } finally {
      for (var client : clients) {
        client.close();
      }
    }
  }

  private static void isUnavailable(Answer answer) {
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.firstErrorCode()).isEqualTo("UPSTREAM_UNAVAILABLE");
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    assertThat(answer.body()).doesNotContain("127.0.0.1", "Exception", "refused");
  }

  private static InputStream stream(String text) {
    return new java.io.ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static HttpResponse<String> post(BodyPublisher body) {
    var request =
        HttpRequest.newBuilder(URI.create(EDGE.origin() + "/graphql"))
            .header("Content-Type", "application/json")
            .POST(body)
            .build();
    try (var client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException failure) {
      throw new java.io.UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
