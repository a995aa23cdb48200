package dev.lifeos.auth.google;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.lifeos.auth.key.Digests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.springframework.test.context.DynamicPropertyRegistry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Google as far as we ask it, as a real HTTP server: OAuth, its keys, Calendar v3. */
public final class FakeGoogle {

  static final String CLIENT = "lifeos-at-google.apps.example";
  static final String SECRET = "what-google-gave-us";
  static final String WEBHOOK = "https://lifeos.example/webhooks/google-calendar";

  private static final int STALLED = -1;
  private static final JsonMapper JSON = new JsonMapper();
  private static final RSAKey KEY = newKey("google-1");
  private static final FakeGoogle SERVER = new FakeGoogle();

  private final HttpServer http;
  private final Map<String, Consent> codes = new ConcurrentHashMap<>();
  private final Map<String, GoogleAccount> refreshTokens = new ConcurrentHashMap<>();
  private final Map<String, GoogleAccount> accessTokens = new ConcurrentHashMap<>();
  private final Map<String, FakeCalendar> calendars = new ConcurrentHashMap<>();
  private final Map<String, Broken> broken = new ConcurrentHashMap<>();
  private final List<Map<String, String>> tokenRequests = new CopyOnWriteArrayList<>();
  private final Set<String> revoked = ConcurrentHashMap.newKeySet();
  private final List<RSAKey> published = new CopyOnWriteArrayList<>(List.of(KEY));
  private volatile Function<Map<String, Object>, String> idTokens = FakeGoogle::sign;

  private FakeGoogle() {
    try {
      http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    http.createContext("/token", exchange -> handle(exchange, this::token));
    http.createContext("/certs", exchange -> handle(exchange, this::certs));
    http.createContext("/revoke", exchange -> handle(exchange, this::revoke));
    http.createContext("/calendar/", exchange -> handle(exchange, this::calendar));
    http.start();
  }

  /** The one of this JVM's tests. */
  public static FakeGoogle get() {
    return SERVER;
  }

  static void register(DynamicPropertyRegistry registry) {
    registry.add("lifeos.google.authorization-uri", () -> SERVER.uri("/authorize"));
    registry.add("lifeos.google.token-uri", () -> SERVER.uri("/token"));
    registry.add("lifeos.google.jwks-uri", () -> SERVER.uri("/certs"));
    registry.add("lifeos.google.revocation-uri", () -> SERVER.uri("/revoke"));
    registry.add("lifeos.google.calendar-uri", () -> SERVER.uri("/calendar/v3"));
    registry.add("lifeos.google.client-id", () -> CLIENT);
    registry.add("lifeos.google.client-secret", () -> SECRET);
    registry.add("lifeos.google.webhook-uri", () -> WEBHOOK);
    registry.add("lifeos.google.read-timeout", () -> "3s");
  }

  /** Somebody consents to all that is asked for; what Google then adds to the redirect URI. */
  public Returned consent(String authorizationUrl, GoogleAccount who) {
    var asked = query(URI.create(authorizationUrl).getRawQuery());
    return consent(authorizationUrl, who, String.valueOf(asked.get("scope")));
  }

  /** The same, but not all scopes are allowed. */
  public Returned consent(String authorizationUrl, GoogleAccount who, String scopes) {
    var asked = query(URI.create(authorizationUrl).getRawQuery());
    var code = "4/" + UUID.randomUUID();
    codes.put(code, new Consent(asked, who, scopes));
    return new Returned(code, String.valueOf(asked.get("state")));
  }

  /** How ID tokens are made from now on, of the right claims. */
  public void idTokens(Function<Map<String, Object>, String> signing) {
    idTokens = signing;
  }

  /** What answers all requests to that path from now on. */
  public void breaks(String path, int status, String body) {
    broken.put(path, new Broken(status, body, new CountDownLatch(0)));
  }

  /** Requests to that path wait from now on, until the test lets them. */
  public CountDownLatch holds(String path) {
    var latch = new CountDownLatch(1);
    broken.put(path, new Broken(0, "", latch));
    return latch;
  }

  /** Answers from that path begin from now on, and do not end until the test lets them. */
  public CountDownLatch stalls(String path) {
    var latch = new CountDownLatch(1);
    broken.put(path, new Broken(STALLED, "", latch));
    return latch;
  }

  /** Google publishes another key, and signs with it. */
  public void rotatesKeys() {
    var key = newKey(UUID.randomUUID().toString());
    published.add(key.toPublicJWK());
    idTokens = claims -> sign(claims, key);
  }

  /** All is as it should be again. */
  public void heal() {
    broken.values().forEach(each -> each.until().countDown());
    broken.clear();
    idTokens = FakeGoogle::sign;
  }

  /** The person withdraws what they had granted. */
  public void withdraw(GoogleAccount who) {
    refreshTokens.values().removeIf(who::equals);
  }

  /** The accounts whose grant was given back. */
  public Set<String> revoked() {
    return Set.copyOf(revoked);
  }

  /** What the token endpoint was asked, the last one last. */
  public List<Map<String, String>> tokenRequests() {
    return List.copyOf(tokenRequests);
  }

  /** Somebody's calendar. */
  public FakeCalendar calendarOf(GoogleAccount who) {
    return calendars.computeIfAbsent(who.subject(), subject -> new FakeCalendar());
  }

  /** Signs claims as Google does. */
  public static String sign(Map<String, Object> claims) {
    return sign(claims, KEY);
  }

  /** Signs claims with any key. */
  public static String sign(Map<String, Object> claims, RSAKey key) {
    var set = new JWTClaimsSet.Builder();
    claims.forEach(
        (name, value) -> set.claim(name, value instanceof Instant at ? Date.from(at) : value));
    var token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), set.build());
    try {
      token.sign(new RSASSASigner(key));
      return token.serialize();
    } catch (JOSEException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** Google's published key. */
  public static RSAKey publicKey() {
    return KEY.toPublicJWK();
  }

  /** A key that Google does not have. */
  public static RSAKey newKey(String id) {
    try {
      return new RSAKeyGenerator(2048).keyID(id).generate();
    } catch (JOSEException failure) {
      throw new IllegalStateException(failure);
    }
  }

  static Map<String, String> query(String text) {
    var values = new HashMap<String, String>();
    Arrays.stream(text.split("&"))
        .filter(pair -> !pair.isEmpty())
        .map(pair -> pair.split("=", 2))
        .forEach(pair ->
            values.put(
                URLDecoder.decode(pair[0], StandardCharsets.UTF_8),
                URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    return values;
  }

  private String uri(String path) {
    return "http://127.0.0.1:" + http.getAddress().getPort() + path;
  }

  private void handle(HttpExchange exchange, Endpoint endpoint) throws IOException {
    try (exchange) {
      var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      if (isStalled(exchange)) {
        exchange.sendResponseHeaders(200, 100);
        exchange.getResponseBody().write('{');
        exchange.getResponseBody().flush();
      }
      var answer = brokenAnswer(exchange).orElseGet(() -> endpoint.answer(exchange, body));
      var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json; charset=UTF-8");
      exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private Optional<Broken> broken(HttpExchange exchange) {
    var path = exchange.getRequestURI().getPath();
    return broken.entrySet().stream()
        .filter(entry -> path.startsWith(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private boolean isStalled(HttpExchange exchange) {
    return broken(exchange).filter(each -> each.status() == STALLED).isPresent();
  }

  private Optional<Reply> brokenAnswer(HttpExchange exchange) {
    var found = broken(exchange);
    found.ifPresent(each -> {
      try {
        each.until().await(30, TimeUnit.SECONDS);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
    });
    return found
        .filter(each -> each.status() != 0)
        .map(each -> new Reply(each.status(), each.body()));
  }

  private Reply token(HttpExchange exchange, String body) {
    var form = query(body);
    tokenRequests.add(form);
    if (!CLIENT.equals(form.get("client_id")) || !SECRET.equals(form.get("client_secret"))) {
      return Reply.of(401, Map.of("error", "invalid_client"));
    }
    return "refresh_token".equals(form.get("grant_type")) ? refresh(form) : exchange(form);
  }

  private Reply exchange(Map<String, String> form) {
    var consent = codes.remove(String.valueOf(form.get("code")));
    if (consent == null || !consent.isFor(form)) {
      return Reply.of(
          400, Map.of("error", "invalid_grant", "error_description", "Malformed auth code."));
    }
    var answer = new HashMap<String, Object>(access(consent.who()));
    answer.put("scope", consent.scopes());
    answer.put("id_token", idTokens.apply(claims(consent)));
    if ("offline".equals(consent.asked().get("access_type"))) {
      var refresh = "1//" + UUID.randomUUID();
      refreshTokens.put(refresh, consent.who());
      answer.put("refresh_token", refresh);
    }
    return Reply.of(200, answer);
  }

  private Reply refresh(Map<String, String> form) {
    var who = refreshTokens.get(String.valueOf(form.get("refresh_token")));
    return who == null
        ? Reply.of(
            400,
            Map.of(
                "error",
                "invalid_grant",
                "error_description",
                "Token has been expired or revoked."))
        : Reply.of(200, access(who));
  }

  private Map<String, Object> access(GoogleAccount who) {
    var token = "ya29." + UUID.randomUUID();
    accessTokens.put(token, who);
    return Map.of("access_token", token, "expires_in", 3599, "token_type", "Bearer");
  }

  private static Map<String, Object> claims(Consent consent) {
    var who = consent.who();
    var claims = new HashMap<String, Object>();
    claims.put("iss", "https://accounts.google.com");
    claims.put("aud", CLIENT);
    claims.put("azp", CLIENT);
    claims.put("sub", who.subject());
    claims.put("email", who.email());
    claims.put("email_verified", who.emailVerified());
    claims.put("name", who.name());
    claims.put("nonce", consent.asked().get("nonce"));
    claims.put("iat", Instant.now());
    claims.put("exp", Instant.now().plus(Duration.ofHours(1)));
    return claims;
  }

  private Reply certs(HttpExchange exchange, String body) {
    return new Reply(200, new JWKSet(List.<JWK>copyOf(published)).toString());
  }

  private Reply revoke(HttpExchange exchange, String body) {
    var who = refreshTokens.remove(String.valueOf(query(body).get("token")));
    if (who == null) {
      return Reply.of(400, Map.of("error", "invalid_token"));
    }
    withdraw(who);
    revoked.add(who.subject());
    return new Reply(200, "{}");
  }

  private Reply calendar(HttpExchange exchange, String body) {
    var bearer = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
    var who = accessTokens.get(bearer.replaceFirst("^Bearer ", ""));
    if (who == null) {
      return Reply.of(401, Map.of("error", Map.of("code", 401)));
    }
    var calendar = calendarOf(who);
    return switch (exchange.getRequestURI().getPath()) {
      case "/calendar/v3/calendars/primary/events" -> events(exchange, calendar);
      case "/calendar/v3/calendars/primary/events/watch" -> watch(JSON.readTree(body), calendar);
      case "/calendar/v3/channels/stop" -> stop(JSON.readTree(body), calendar);
      default -> Reply.of(404, Map.of("error", Map.of("code", 404)));
    };
  }

  private static Reply events(HttpExchange exchange, FakeCalendar calendar) {
    var asked = query(exchange.getRequestURI().getRawQuery());
    if (!"true".equals(asked.get("singleEvents"))) {
      return Reply.of(400, Map.of("error", Map.of("code", 400)));
    }
    var page = calendar.list(asked.get("syncToken"), asked.get("pageToken"));
    if (page != null) {
      return Reply.of(200, page);
    }
    var why = List.of(Map.of("domain", "calendar", "reason", "fullSyncRequired"));
    return Reply.of(410, Map.of("error", Map.of("code", 410, "errors", why)));
  }

  private static Reply watch(JsonNode asked, FakeCalendar calendar) {
    var seconds = Long.parseLong(asked.at("/params/ttl").asString());
    var channel =
        calendar.open(
            asked.path("id").asString(),
            asked.path("address").asString(),
            asked.path("token").asString(),
            Instant.now().plusSeconds(seconds).toEpochMilli());
    return Reply.of(
        200,
        Map.of(
            "kind", "api#channel",
            "id", channel.id(),
            "resourceId", channel.resource(),
            "expiration", Long.toString(channel.expiresAt())));
  }

  private static Reply stop(JsonNode asked, FakeCalendar calendar) {
    var closed = calendar.close(asked.path("id").asString(), asked.path("resourceId").asString());
    return closed ? new Reply(204, "") : Reply.of(404, Map.of("error", Map.of("code", 404)));
  }

  /** What Google adds to the redirect URI. */
  public record Returned(String code, String state) {}

  private record Broken(int status, String body, CountDownLatch until) {}

  private record Consent(Map<String, String> asked, GoogleAccount who, String scopes) {

    boolean isFor(Map<String, String> form) {
      var verifier = String.valueOf(form.get("code_verifier"));
      var digest = Digests.sha256(verifier.getBytes(StandardCharsets.US_ASCII));
      var challenge = Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
      return "S256".equals(asked.get("code_challenge_method"))
          && challenge.equals(asked.get("code_challenge"))
          && same("redirect_uri", form)
          && same("client_id", form);
    }

    private boolean same(String name, Map<String, String> form) {
      return asked.get(name) != null && asked.get(name).equals(form.get(name));
    }
  }

  private interface Endpoint {
    Reply answer(HttpExchange exchange, String body);
  }

  private record Reply(int status, String body) {

    static Reply of(int status, Map<String, ?> json) {
      return new Reply(status, JSON.writeValueAsString(json));
    }
  }
}
