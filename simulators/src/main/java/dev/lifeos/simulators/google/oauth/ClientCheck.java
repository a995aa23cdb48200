package dev.lifeos.simulators.google.oauth;

import dev.lifeos.simulators.google.GoogleProperties;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether it is the application that asks for tokens: by the form, or by the header. */
@Component
class ClientCheck {
  private static final String BASIC = "Basic ";

  private final GoogleProperties google;

  ClientCheck(GoogleProperties google) {
    this.google = google;
  }

  void check(Map<String, String> form, @Nullable String authorization) {
    String[] given = given(form, authorization);
    if (!given[0].equals(google.clientId())) {
      throw new OAuthError(401, "invalid_client", "The OAuth client was not found.");
    }
    if (!MessageDigest.isEqual(bytes(given[1]), bytes(google.clientSecret()))) {
      throw new OAuthError(401, "invalid_client", "Unauthorized");
    }
  }

  private static String[] given(Map<String, String> form, @Nullable String authorization) {
    if (authorization == null || !authorization.startsWith(BASIC)) {
      return new String[] {
        form.getOrDefault("client_id", ""), form.getOrDefault("client_secret", "")
      };
    }
    try {
      byte[] pair = Base64.getDecoder().decode(authorization.substring(BASIC.length()).strip());
      String[] parts = new String(pair, StandardCharsets.UTF_8).split(":", 2);
      return new String[] {decoded(parts[0]), parts.length < 2 ? "" : decoded(parts[1])};
    } catch (IllegalArgumentException e) {
      throw new OAuthError(400, "invalid_request", "Bad Authorization header");
    }
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
