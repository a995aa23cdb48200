package dev.lifeos.simulators.google.oauth;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.util.UriComponentsBuilder;

/** The address that a person is sent back to. */
final class SendBack {
  private SendBack() {}

  static String error(AuthorizationRequest request, String error) {
    return to(request, Map.of("error", error));
  }

  static String code(AuthorizationRequest request, String code, List<String> scopes) {
    Map<String, String> answer = new LinkedHashMap<>();
    answer.put("code", code);
    answer.put("scope", String.join(" ", scopes));
    answer.put("authuser", "0");
    answer.put("prompt", request.prompts("consent") ? "consent" : "none");
    return to(request, answer);
  }

  private static String to(AuthorizationRequest request, Map<String, String> answer) {
    Map<String, String> all = new LinkedHashMap<>();
    if (request.state() instanceof String state) {
      all.put("state", state);
    }
    all.putAll(answer);
    UriComponentsBuilder uri = UriComponentsBuilder.fromUriString(request.redirectUri());
    all.keySet().forEach(name -> uri.queryParam(name, "{" + name + "}"));
    return uri.encode().buildAndExpand(all).toUriString();
  }
}
