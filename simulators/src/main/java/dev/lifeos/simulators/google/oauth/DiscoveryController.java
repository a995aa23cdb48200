package dev.lifeos.simulators.google.oauth;

import dev.lifeos.simulators.google.GoogleProperties;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where everything is, and the keys. */
@RestController
class DiscoveryController {
  private final GoogleProperties google;
  private final GoogleKey key;

  DiscoveryController(GoogleProperties google, GoogleKey key) {
    this.google = google;
    this.key = key;
  }

  @GetMapping("/.well-known/openid-configuration")
  Map<String, Object> configuration() {
    String base = google.issuer();
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("issuer", base);
    all.put("authorization_endpoint", base + "/o/oauth2/v2/auth");
    all.put("token_endpoint", base + "/token");
    all.put("userinfo_endpoint", base + "/v1/userinfo");
    all.put("revocation_endpoint", base + "/revoke");
    all.put("jwks_uri", base + "/oauth2/v3/certs");
    all.put("response_types_supported", List.of("code"));
    all.put("response_modes_supported", List.of("query"));
    all.put("subject_types_supported", List.of("public"));
    all.put("id_token_signing_alg_values_supported", List.of("RS256"));
    all.put("scopes_supported", List.of("openid", "email", "profile"));
    all.put(
        "token_endpoint_auth_methods_supported",
        List.of("client_secret_post", "client_secret_basic"));
    all.put(
        "claims_supported",
        List.of(
            "aud",
            "email",
            "email_verified",
            "exp",
            "family_name",
            "given_name",
            "iat",
            "iss",
            "name",
            "picture",
            "sub"));
    all.put("code_challenge_methods_supported", List.of("plain", "S256"));
    all.put("grant_types_supported", List.of("authorization_code", "refresh_token"));
    return all;
  }

  @GetMapping("/oauth2/v3/certs")
  ResponseEntity<Map<String, Object>> keys() {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic())
        .body(key.published());
  }
}
