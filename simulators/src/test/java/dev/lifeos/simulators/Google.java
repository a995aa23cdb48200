package dev.lifeos.simulators;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * An application and a person at Google, without a browser.
 *
 * @param web the simulators
 */
record Google(Web web) {
  static final String BACK = "http://localhost:3000/account/google";
  static final String CALENDAR = "https://www.googleapis.com/auth/calendar.readonly";
  static final String VERIFIER = "a-verifier-of-forty-three-characters-or-more-0";
  // Of the verifier, as RFC 7636 makes it.
  static final String CHALLENGE = Pkce.challenge(VERIFIER);

  static String somebody() {
    return UUID.randomUUID() + "@gmail.com";
  }

  static Map<String, String> request(String... more) {
    Map<String, String> request = new HashMap<>();
    request.put("client_id", "lifeos-test");
    request.put("redirect_uri", BACK);
    request.put("response_type", "code");
    request.put("scope", "openid email profile " + CALENDAR);
    request.put("state", "the state");
    request.put("nonce", "the nonce");
    request.put("access_type", "offline");
    request.put("code_challenge", CHALLENGE);
    request.put("code_challenge_method", "S256");
    for (int i = 0; i < more.length; i += 2) {
      request.put(more[i], more[i + 1]);
    }
    return request;
  }

  Web.Answer ask(Map<String, String> request) {
    return web.get("/o/oauth2/v2/auth?" + Web.query(request));
  }

  Web.Answer allow(String email, Map<String, String> request) {
    Map<String, String> form = new HashMap<>(request);
    form.put("decision", "allow");
    form.put("account", "other");
    form.put("email", email);
    form.put("name", "Pat Person");
    return web.form("/o/oauth2/v2/auth", form);
  }

  String code(String email, Map<String, String> request) {
    return String.valueOf(allow(email, request).redirectQuery().get("code"));
  }

  Web.Answer redeem(String code, String... more) {
    Map<String, String> form = new HashMap<>();
    form.put("grant_type", "authorization_code");
    form.put("code", code);
    form.put("redirect_uri", BACK);
    form.put("code_verifier", VERIFIER);
    return token(form, more);
  }

  Web.Answer refresh(String refreshToken) {
    return token(
        new HashMap<>(Map.of("grant_type", "refresh_token", "refresh_token", refreshToken)));
  }

  private Web.Answer token(Map<String, String> form, String... more) {
    form.put("client_id", "lifeos-test");
    form.put("client_secret", "google-test-secret");
    for (int i = 0; i < more.length; i += 2) {
      form.put(more[i], more[i + 1]);
    }
    return web.form("/token", form);
  }

  /** An access token of somebody for their calendar. */
  String accessToken(String email) {
    return redeem(code(email, request())).json().path("access_token").asString();
  }
}
