package dev.lifeos.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lifeos.test.Answer;
import dev.lifeos.test.Graph;
import dev.lifeos.test.Tokens;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redis.embedded.RedisServer;
import tools.jackson.databind.json.JsonMapper;

/** Nobody takes more than their share, and everybody is told what is left. */
class LimitTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Upstream UPSTREAM = Upstream.start();
  private static final String[] SMALL = {
    "lifeos.edge.limit.policies.person.tokens=100",
    "lifeos.edge.limit.policies.person.per=1h",
    "lifeos.edge.limit.policies.anonymous.tokens=100",
    "lifeos.edge.limit.policies.anonymous.per=1h",
    "lifeos.edge.limit.policies.webhook.tokens=2",
    "lifeos.edge.limit.policies.webhook.per=1h",
    "lifeos.edge.trusted-proxies=127.0.0.1"
  };
  private static final Edge EDGE = Edge.before(UPSTREAM, SMALL);
  private static int addresses;

  @AfterAll
  static void stop() {
    EDGE.close();
    UPSTREAM.close();
  }

  @Test
  void whoHasTakenAllIsRefusedUntilSomeIsThereAgain() {
    var ann = EDGE.graph().as(Tokens.person(UUID.randomUUID()));
    for (var left = 99; left >= 0; left--) {
      var answer = query(ann);
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.headers().firstValue("RateLimit-Policy"))
          .contains("\"person\";q=100;w=3600");
      assertThat(answer.headers().firstValue("RateLimit").orElse(""))
          .startsWith("\"person\";r=" + left + ";t=");
    }
    var behind = UPSTREAM.received().size();
    var refused = query(ann);

    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.firstErrorCode()).isEqualTo("RATE_LIMITED");
    // A hundred in an hour is one in 36 seconds.
    assertThat(Integer.parseInt(refused.headers().firstValue("Retry-After").orElse("0")))
        .isBetween(1, 36);
    assertThat(UPSTREAM.received()).hasSize(behind);
    assertThat(query(EDGE.graph().as(Tokens.person(UUID.randomUUID()))).status()).isEqualTo(200);
  }

  @Test
  void twoEdgesCountTogether() {
    var token = Tokens.person(UUID.randomUUID());
    try (var other = Edge.before(UPSTREAM, SMALL)) {
      // An edge counts for itself until it has found Redis.
      await().until(() -> left(query(other.graph().with("X-Forwarded-For", address()))) == 99);
      query(EDGE.graph().as(token));
      query(other.graph().as(token));

      assertThat(left(query(EDGE.graph().as(token)))).isEqualTo(97);
    }
  }

  @Test
  void whoIsAnonymousIsCountedByAddressAndAHouseholdByItsNetwork() {
    assertThat(left(query(from("198.51.100.1")))).isEqualTo(99);
    assertThat(left(query(from("198.51.100.1")))).isEqualTo(98);
    assertThat(left(query(from("198.51.100.2")))).isEqualTo(99);
    assertThat(left(query(from("2001:db8:1:2::1")))).isEqualTo(99);
    assertThat(left(query(from("2001:db8:1:2:ffff::9")))).isEqualTo(98);
    assertThat(left(query(from("2001:db8:1:3::1")))).isEqualTo(99);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ me { id } }                                                                    | 1",
        "mutation { updateProfile(input: {}) { user { id } } }                            | 1",
        "mutation { login(input: {}) { session { accessToken } } }                        | 10",
        "mutation { a: login(input: {}) { b } b: login(input: {}) { b } }                 | 20",
        "mutation { ... on Mutation { x: registerUser(input: {}) { b } } }                | 20",
        "mutation { ...F ...F } fragment F on Mutation { login(input: {}) { b } }         | 20",
        "mutation { ...F } fragment F on Mutation { ...F login(input: {}) { b } }         | 100",
        "query { login } mutation M { refreshSession(input: {}) { b } }                   | 5",
        "mutation { login(                                                                | 1",
        "{ mutation: me { id } }                                                          | 1"
      })
  void whatTriesPasswordsOrMakesAccountsTakesMore(String document, int cost) {
    var answer = from(address()).send(document);

    assertThat(left(answer)).isEqualTo(100 - cost);
  }

  @Test
  void fragmentsThatMultiplyAreCountedAndNotWalkedThrough() {
    var document = new StringBuilder("mutation { ...F0 }");
    for (var level = 0; level < 30; level++) {
      document.append(
          " fragment F%d on Mutation {%s }"
              .formatted(level, " ...F".concat("" + (level + 1)).repeat(40)));
    }
    document.append(" fragment F30 on Mutation { login(input: {}) { b } }");

    assertThat(left(from(address()).send(document.toString()))).isZero();
  }

  @Test
  void paddingMakesNothingCheaper() {
    var padded = "mutation { login(input: {}) { b } } #" + "x".repeat(1_500_000);

    assertThat(left(from(address()).send(padded))).isZero();
  }

  @Test
  void onlyTheChosenOperationIsPaidFor() {
    var document = "mutation A { login(input: {}) { b } } mutation B { logout(input: {}) { b } }";
    var body = JSON.writeValueAsString(Map.of("query", document, "operationName", "B"));

    assertThat(left(from(address()).sendRaw(body))).isEqualTo(99);
  }

  @Test
  void aBatchIsPaidForAsAWhole() {
    var body = "[{\"query\":\"mutation { login }\"},{\"query\":\"mutation { login }\"}]";

    assertThat(left(from(address()).sendRaw(body))).isEqualTo(80);
  }

  @Test
  void aMutationIsNoCheaperByItsHash() {
    var document =
        "mutation { login(input: {}) { n" + UUID.randomUUID().toString().charAt(0) + " } }";
    var graph = from(address());
    var unknown = graph.sendRaw(byHash(null, document));
    assertThat(unknown.json().at("/errors/0/message").asString())
        .isEqualTo("PersistedQueryNotFound");
    assertThat(unknown.firstErrorCode()).isEqualTo("PERSISTED_QUERY_NOT_FOUND");

    assertThat(left(graph.sendRaw(byHash(document, document)))).isEqualTo(90);
    assertThat(left(graph.sendRaw(byHash(null, document)))).isEqualTo(80);
    // A hash that is not the document's own teaches the edge nothing.
    graph.sendRaw(byHash("{ me { id } }", document));
    assertThat(left(graph.sendRaw(byHash(null, document)))).isEqualTo(69);
  }

  @Test
  void webhooksHaveALimitOfTheirOwn() {
    var graph = from(address());
    assertThat(graph.get("/webhooks/plaid").status()).isEqualTo(200);
    assertThat(graph.get("/webhooks/plaid").status()).isEqualTo(200);

    assertThat(graph.get("/webhooks/plaid").status()).isEqualTo(429);
    assertThat(query(graph).status()).isEqualTo(200);
  }

  @Test
  void withoutRedisAnEdgeCountsForItselfAndSaysSo() throws IOException {
    var port = freePort();
    var redis = RedisServer.newRedisServer().port(port).bind("127.0.0.1").build();
    try (var edge =
        Edge.before(
            UPSTREAM,
            "lifeos.edge.limit.redis-url=redis://127.0.0.1:" + port,
            "lifeos.edge.limit.policies.person.tokens=100",
            "lifeos.edge.limit.policies.person.per=1h")) {
      var ann = edge.graph().as(Tokens.person(UUID.randomUUID()));
      assertThat(left(query(ann))).isEqualTo(99);
      assertThat(left(query(ann))).isEqualTo(98);
      assertThat(edge.management().get("/actuator/prometheus").body())
          .contains("lifeos_edge_limit_local_total");

      redis.start();
      // There her bucket is still full.
      await().until(() -> left(query(ann)) == 99);
      redis.stop();
      assertThat(query(ann).status()).isEqualTo(200);
    }
  }

  private static Graph from(String address) {
    return EDGE.graph().with("X-Forwarded-For", address);
  }

  private static String address() {
    return "203.0.113." + ++addresses;
  }

  private static Answer query(Graph graph) {
    return graph.send("{ me { id } }");
  }

  private static int left(Answer answer) {
    var header = answer.headers().firstValue("RateLimit").orElse("none");
    return Integer.parseInt(header.replaceAll(".*;r=(\\d+);.*", "$1"));
  }

  private static String byHash(@org.jspecify.annotations.Nullable String document, String hashed) {
    var extensions = Map.of("persistedQuery", Map.of("version", 1, "sha256Hash", sha256(hashed)));
    return JSON.writeValueAsString(
        document == null
            ? Map.of("extensions", extensions)
            : Map.of("query", document, "extensions", extensions));
  }

  private static String sha256(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (java.security.NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
