package dev.lifeos.auth.app;

import dev.lifeos.auth.AuthTest;
import dev.lifeos.auth.key.Digests;
import dev.lifeos.auth.throttle.Throttle;
import dev.lifeos.test.Answer;
import dev.lifeos.test.Graph;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.util.UriComponentsBuilder;

/** What the tests of apps share: apps that are registered, and people who allow them something. */
abstract class AppTest extends AuthTest {

  static final String CALLBACK = "https://app.example/callback";
  static final String VERIFIER = "a-verifier-of-the-app-that-nobody-else-ever-knows";
  static final String TOKENS =
      "tokens { accessToken refreshToken scopes } errors { code path retryAfter }";

  @Autowired private Throttle throttle;

  // Nobody else logs in so often.
  Graph admin() {
    throttle.forget("login-anywhere", "admin@example.org");
    var answer = login("admin@example.org", PASSWORD).ok();
    return graph.as(String.valueOf(answer.data("login.session.accessToken")));
  }

  Graph as(Somebody person) {
    return graph.as(person.accessToken());
  }

  Client app(String... scopes) {
    return registered("CONFIDENTIAL", scopes);
  }

  Client publicApp(String... scopes) {
    return registered("PUBLIC", scopes);
  }

  private Client registered(String kind, String... scopes) {
    var answer =
        mutate(
                admin(),
                "registerApp",
                Map.of(
                    "name",
                    "Sleep Coach",
                    "homepage",
                    "https://app.example",
                    "redirectUris",
                    List.of(CALLBACK, "http://127.0.0.1:8123/back"),
                    "scopes",
                    List.of(scopes),
                    "kind",
                    kind),
                "app { clientId } clientSecret errors { code message path }")
            .ok();
    return new Client(
        String.valueOf(answer.data("registerApp.app.clientId")),
        answer.data("registerApp.clientSecret"));
  }

  static Map<String, Object> asked(Client app, String... scopes) {
    return Map.of(
        "clientId", app.id(),
        "redirectUri", CALLBACK,
        "scopes", List.of(scopes),
        "codeChallenge", challenge(VERIFIER),
        "state", "a state & more");
  }

  static Map<String, Object> with(Map<String, Object> input, String name, Object value) {
    var changed = new HashMap<>(input);
    changed.put(name, value);
    return changed;
  }

  Answer authorize(Graph as, Map<String, ?> input) {
    return mutate(as, "authorizeApp", input, "redirectUrl errors { code path }");
  }

  /** The code that a person's consent gives the app. */
  String code(Somebody person, Client app, String... scopes) {
    var answer = authorize(as(person), asked(app, scopes)).ok();
    return parameter(String.valueOf(answer.data("authorizeApp.redirectUrl")), "code");
  }

  static String parameter(String url, String name) {
    var parameters = UriComponentsBuilder.fromUri(URI.create(url)).build().getQueryParams();
    return String.valueOf(parameters.getFirst(name));
  }

  static Map<String, Object> exchanging(Client app, String code) {
    var input = new HashMap<String, Object>();
    input.put("clientId", app.id());
    input.put("clientSecret", app.secret());
    input.put("code", code);
    input.put("codeVerifier", VERIFIER);
    input.put("redirectUri", CALLBACK);
    return input;
  }

  Answer exchange(Map<String, ?> input) {
    return mutate(graph, "exchangeAppCode", input, TOKENS);
  }

  /** What an app has after a person allowed it these scopes. */
  Granted granted(Somebody person, Client app, String... scopes) {
    var answer = exchange(exchanging(app, code(person, app, scopes))).ok();
    return new Granted(
        String.valueOf(answer.data("exchangeAppCode.tokens.accessToken")),
        String.valueOf(answer.data("exchangeAppCode.tokens.refreshToken")));
  }

  static Map<String, Object> renewing(Client app, String refreshToken) {
    var input = new HashMap<String, Object>();
    input.put("clientId", app.id());
    input.put("clientSecret", app.secret());
    input.put("refreshToken", refreshToken);
    return input;
  }

  Answer renew(Map<String, ?> input) {
    return mutate(graph, "refreshAppToken", input, TOKENS);
  }

  @Nullable String renewed(Client app, String refreshToken) {
    return renew(renewing(app, refreshToken)).ok().data("refreshAppToken.tokens.refreshToken");
  }

  @Nullable String refusal(Client app, String refreshToken) {
    return renew(renewing(app, refreshToken)).ok().data("refreshAppToken.errors.0.code");
  }

  static String challenge(String verifier) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Digests.sha256(verifier.getBytes(StandardCharsets.UTF_8)));
  }

  record Client(String id, @Nullable String secret) {}

  record Granted(String accessToken, String refreshToken) {}
}
