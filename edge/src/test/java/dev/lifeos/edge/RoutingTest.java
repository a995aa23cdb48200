package dev.lifeos.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * One origin: each request finds the part that it is for, and carries nothing that it should not.
 */
class RoutingTest {

  private static final Upstream ROUTER = Upstream.start();
  private static final Upstream NOTIFICATION = Upstream.start();
  private static final Upstream AUTH = Upstream.start();
  private static final Upstream FINANCE = Upstream.start();
  private static final Edge EDGE =
      Edge.before(
          ROUTER,
          "lifeos.edge.subgraphs.notification=" + NOTIFICATION.origin(),
          "lifeos.edge.subgraphs.auth=" + AUTH.origin(),
          "lifeos.edge.subgraphs.finance=" + FINANCE.origin(),
          "lifeos.edge.origins=https://life.example");
  private static final Edge BEHIND_A_PROXY =
      Edge.before(ROUTER, "lifeos.edge.trusted-proxies=127.0.0.0/8");
  private static final String QUERY = "{\"query\":\"{ me { id } }\"}";

  @AfterAll
  static void stop() {
    EDGE.close();
    BEHIND_A_PROXY.close();
    ROUTER.close();
    NOTIFICATION.close();
    AUTH.close();
    FINANCE.close();
  }

  @BeforeEach
  void everybodyAnswers() {
    ROUTER.received().clear();
    NOTIFICATION.received().clear();
    ROUTER.answers(Upstream::answer);
    NOTIFICATION.answers(Upstream::answer);
  }

  @Test
  void queriesGoToTheRouterByPostAndByGet() {
    assertThat(EDGE.graph().sendRaw(QUERY).body()).isEqualTo(Upstream.ANSWER);
    assertThat(new String(ROUTER.last().body())).isEqualTo(QUERY);

    assertThat(EDGE.graph().get("/graphql?query=%7Bme%7Bid%7D%7D").body())
        .isEqualTo(Upstream.ANSWER);
    assertThat(ROUTER.last().uri()).isEqualTo("/graphql?query=%7Bme%7Bid%7D%7D");
    assertThat(NOTIFICATION.received()).isEmpty();
  }

  @Test
  void eventStreamsGoToNotificationAndComePieceByPiece() throws Exception {
    NOTIFICATION.answers(Upstream::events);
    var request =
        HttpRequest.newBuilder(URI.create(EDGE.origin() + "/graphql"))
            .header("Accept", "text/event-stream")
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(QUERY))
            .build();
    var response =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
    try (var stream = response.body()) {
      // It never ends, so to read two events is to have them while it lasts.
      assertThat(new String(stream.readNBytes(26))).isEqualTo("event: next\n\nevent: next\n\n");
    }
    assertThat(ROUTER.received()).isEmpty();
  }

  @Test
  void whatIsNoMediaTypeIsLeftToTheRouter() {
    assertThat(EDGE.graph().with("Accept", "nonsense").get("/graphql?query=%7Ba%7D").status())
        .isEqualTo(200);
    assertThat(EDGE.graph().with("Accept", "nonsense").get("/graphql").status()).isEqualTo(200);
  }

  @Test
  void whoAcceptsJsonTooIsAnsweredByTheRouter() {
    EDGE.graph().with("Accept", "text/event-stream, application/json").sendRaw(QUERY);

    assertThat(ROUTER.received()).hasSize(1);
  }

  @Test
  void socketsGoToNotification() {
    var socket = Socket.open(EDGE.socket()).send("hello");

    await().until(() -> socket.messages().contains("hello"));
    assertThat(socket.socket().getSubprotocol()).isEqualTo("graphql-transport-ws");
    socket.socket().abort();
  }

  @Test
  void keysComeFromAuth() {
    EDGE.graph().get("/.well-known/jwks.json");
    assertThat(AUTH.last().uri()).isEqualTo("/.well-known/jwks.json");
  }

  @Test
  void whatTheCalendarSaysReachesAuthThoughItHasNoBody() {
    var request =
        HttpRequest.newBuilder(URI.create(EDGE.origin() + "/webhooks/google-calendar"))
            .header("X-Goog-Channel-ID", "channel")
            .header("X-Goog-Channel-Token", "secret")
            .header("X-Goog-Resource-State", "exists")
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();

    assertThat(send(request).statusCode()).isEqualTo(200);
    assertThat(AUTH.last().uri()).isEqualTo("/webhooks/google-calendar");
    assertThat(AUTH.last().headers().get("X-Goog-Channel-ID")).isEqualTo("channel");
    assertThat(AUTH.last().headers().get("X-Goog-Channel-Token")).isEqualTo("secret");
  }

  @Test
  void aWebhookReachesItsDomainByteForByte() {
    var signed = "{ \"a\" :1,\n\"b\":\"\\u00e9é\"  }";
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(EDGE.origin() + "/webhooks/plaid"))
            .header("Plaid-Verification", "a.b.c")
            .POST(HttpRequest.BodyPublishers.ofString(signed))
            .build();

    assertThat(send(request).statusCode()).isEqualTo(200);
    assertThat(new String(FINANCE.last().body())).isEqualTo(signed);
    assertThat(FINANCE.last().uri()).isEqualTo("/webhooks/plaid");
    assertThat(FINANCE.last().headers().get("Plaid-Verification")).isEqualTo("a.b.c");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/nothing", "/webhooks/unknown", "/actuator/health", "/actuator/prometheus"})
  void whatIsNotServedIsNotFound(String path) {
    var answer = EDGE.graph().get(path);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.firstErrorCode()).isEqualTo("NOT_FOUND");
  }

  @Test
  void metricsAreOnAPortOfTheirOwn() {
    EDGE.graph().sendRaw(QUERY);

    assertThat(EDGE.management().get("/actuator/prometheus").body())
        .contains("spring_cloud_gateway_requests_seconds_count")
        .contains("routeId=\"graphql\"");
  }

  @Test
  void aBrowserIsLedToThePageAndFindsItsFilesHere() {
    var byHand = EDGE.graph().with("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
    var led = byHand.get("/graphql");
    assertThat(led.status()).as(led.body()).isEqualTo(303);
    assertThat(led.headers().firstValue("Location")).contains("/");

    var page = byHand.get("/");
    assertThat(page.body())
        .contains("LifeOS", "/explorer.js")
        .doesNotContainPattern("(src|href)=\"(http|//)");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'", "script-src 'self';", "frame-ancestors 'none'");
    page.body()
        .lines()
        .filter(line -> line.contains("src=\"/") || line.contains("rel=\"stylesheet\""))
        .map(line -> line.replaceAll(".*(?:src|href)=\"([^\"]+)\".*", "$1"))
        .forEach(path -> assertThat(EDGE.graph().get(path).status()).as(path).isEqualTo(200));
    assertThat(EDGE.graph().get("/explorer/operations").json().path(0).path("name").asString())
        .isEqualTo("dashboard");
  }

  @Test
  void nothingButTheEdgeSaysWhoTheClientIs() {
    EDGE.graph()
        .with("X-Forwarded-For", "203.0.113.9")
        .with("X-Real-Ip", "203.0.113.9")
        .with("Forwarded", "for=203.0.113.9")
        .with("Cookie", "a=b")
        .sendRaw(QUERY);

    assertThat(ROUTER.last().headers().getAll("X-Forwarded-For")).containsExactly("127.0.0.1");
    assertThat(ROUTER.last().headers().names()).doesNotContain("X-Real-Ip", "Forwarded", "Cookie");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "198.51.100.7               | 198.51.100.7",
        "203.0.113.9, 198.51.100.7  | 198.51.100.7",
        "198.51.100.7, 127.0.0.2    | 198.51.100.7",
        "198.51.100.7, nonsense     | 127.0.0.1",
        "2001:db8::7                | 2001:db8::7"
      })
  void aTrustedProxyIsBelievedAndNobodyBeforeIt(String sent, String believed) {
    BEHIND_A_PROXY.graph().with("X-Forwarded-For", sent).sendRaw(QUERY);

    assertThat(ROUTER.last().headers().getAll("X-Forwarded-For")).containsExactly(believed);
  }

  @Test
  void theCorrelationIdOfTheClientIsKeptAndABadOneReplaced() {
    var kept = EDGE.graph().with("X-Correlation-Id", "from-the-client").sendRaw(QUERY);
    assertThat(kept.headers().allValues("X-Correlation-Id")).containsExactly("from-the-client");
    assertThat(ROUTER.last().headers().get("X-Correlation-Id")).isEqualTo("from-the-client");

    ROUTER.answers(
        response -> Upstream.answer(response.header("X-Correlation-Id", "of-the-router")));
    var made = EDGE.graph().with("X-Correlation-Id", "no good").sendRaw(QUERY);
    assertThat(made.headers().allValues("X-Correlation-Id"))
        .containsExactly(ROUTER.last().headers().get("X-Correlation-Id"))
        .noneMatch(id -> id.equals("no good"));
  }

  @Test
  void onlyConfiguredWebOriginsMayCall() {
    var ours = preflight("https://life.example");
    assertThat(ours.headers().firstValue("Access-Control-Allow-Origin"))
        .contains("https://life.example");
    assertThat(ours.headers().firstValue("Access-Control-Allow-Headers").orElse(""))
        .contains("authorization");
    assertThat(preflight("https://evil.example").statusCode()).isEqualTo(403);
    assertThat(preflight("https://life.example.evil.example").statusCode()).isEqualTo(403);

    var answer =
        send(
            request("https://life.example")
                .POST(HttpRequest.BodyPublishers.ofString(QUERY))
                .build());
    assertThat(answer.headers().allValues("Access-Control-Allow-Origin"))
        .containsExactly("https://life.example");
    assertThat(ROUTER.last().headers().contains("Origin")).isFalse();
    assertThat(
            send(request("https://evil.example")
                    .POST(HttpRequest.BodyPublishers.ofString(QUERY))
                    .build())
                .statusCode())
        .isEqualTo(403);
  }

  @Test
  void answersSayHowBrowsersMustTreatThem() {
    var headers = EDGE.graph().sendRaw(QUERY).headers();

    assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
    assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
    assertThat(headers.firstValue("Cache-Control").orElse("")).contains("no-store");
  }

  private static HttpResponse<String> preflight(String origin) {
    return send(
        request(origin)
            .header("Access-Control-Request-Method", "POST")
            .header("Access-Control-Request-Headers", "authorization,content-type")
            .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
            .build());
  }

  private static HttpRequest.Builder request(String origin) {
    return HttpRequest.newBuilder(URI.create(EDGE.origin() + "/graphql"))
        .header("Content-Type", "application/json")
        .header("Origin", origin);
  }

  private static HttpResponse<String> send(HttpRequest request) {
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
