package dev.lifeos.simulators.google.oauth;

import dev.lifeos.simulators.google.GoogleProperties;
import java.util.List;
import org.springframework.stereotype.Component;

/** Whether a request for authorization is one of the application that is known here. */
@Component
class RequestCheck {
  private final GoogleProperties google;

  RequestCheck(GoogleProperties google) {
    this.google = google;
  }

  void check(AuthorizationRequest request) {
    required(request.clientId(), "client_id");
    if (!request.clientId().equals(google.clientId())) {
      throw new Refused(401, "invalid_client", "The OAuth client was not found.");
    }
    required(request.redirectUri(), "redirect_uri");
    if (!google.redirectUris().contains(request.redirectUri())) {
      throw new Refused(
          400,
          "redirect_uri_mismatch",
          "The redirect URI in the request, "
              + request.redirectUri()
              + ", does not match the ones authorized for the OAuth client.");
    }
    required(request.responseType(), "response_type");
    if (!request.responseType().equals("code")) {
      throw new Refused(
          400, "unsupported_response_type", "Invalid response_type: " + request.responseType());
    }
    scopes(request.scopes());
    if (!request.pkce().known()) {
      throw new Refused(
          400, "invalid_request", "Invalid parameter value for code_challenge_method.");
    }
  }

  private static void scopes(List<String> scopes) {
    required(String.join(" ", scopes), "scope");
    List<String> unknown = scopes.stream().filter(each -> Scope.of(each).isEmpty()).toList();
    if (!unknown.isEmpty()) {
      throw new Refused(
          400, "invalid_scope", "Some requested scopes were invalid. {invalid=" + unknown + "}");
    }
  }

  private static void required(String value, String name) {
    if (value.isEmpty()) {
      throw new Refused(400, "invalid_request", "Missing required parameter: " + name);
    }
  }
}
