package dev.lifeos.simulators.google.oauth;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an application asks of a person, as it stands in the URL.
 *
 * @param parameters all of it, to come back with the form
 */
record AuthorizationRequest(Map<String, String> parameters) {

  AuthorizationRequest {
    parameters = Map.copyOf(parameters);
  }

  String clientId() {
    return get("client_id");
  }

  String redirectUri() {
    return get("redirect_uri");
  }

  String responseType() {
    return get("response_type");
  }

  List<String> scopes() {
    return words("scope");
  }

  @Nullable String state() {
    return parameters.get("state");
  }

  @Nullable String nonce() {
    return parameters.get("nonce");
  }

  boolean prompts(String what) {
    return words("prompt").contains(what);
  }

  boolean offline() {
    return get("access_type").equals("offline");
  }

  boolean withGrantedScopes() {
    return get("include_granted_scopes").equals("true");
  }

  String loginHint() {
    return get("login_hint");
  }

  Pkce pkce() {
    return new Pkce(
        get("code_challenge"), parameters.getOrDefault("code_challenge_method", "plain"));
  }

  private String get(String name) {
    return parameters.getOrDefault(name, "");
  }

  private List<String> words(String name) {
    return Arrays.stream(get(name).strip().split("\\s+")).filter(each -> !each.isEmpty()).toList();
  }
}
