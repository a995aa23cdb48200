package dev.lifeos.auth.app;

import dev.lifeos.starter.access.AuthProperties;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Makes the addresses by which people go back to apps. Each names the issuer (RFC 9207). */
@Component
class Redirects {

  private final String issuer;

  Redirects(AuthProperties auth) {
    this.issuer = auth.issuer();
  }

  URI withCode(String redirectUri, Secret code, @Nullable String state) {
    return to(redirectUri, "code", code.value(), state);
  }

  URI declined(String redirectUri, @Nullable String state) {
    return to(redirectUri, "error", "access_denied", state);
  }

  // The values are encoded whole, so that a state adds no parameter of its own.
  private URI to(String redirectUri, String name, String value, @Nullable String state) {
    var values = new LinkedHashMap<>(Map.of(name, value, "iss", issuer));
    if (state != null) {
      values.put("state", state);
    }
    var uri = UriComponentsBuilder.fromUriString(redirectUri);
    values.keySet().forEach(each -> uri.queryParam(each, "{" + each + "}"));
    return uri.encode().buildAndExpand(values).toUri();
  }
}
