package dev.lifeos.simulators.google;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The one client that Google knows here.
 *
 * @param issuer the address of these simulators, which ID tokens name as their issuer
 * @param clientId the client's public name
 * @param clientSecret what it shows at the token endpoint
 * @param redirectUris where people may be sent back to, exactly
 */
@ConfigurationProperties("lifeos.simulators.google")
public record GoogleProperties(
    String issuer, String clientId, String clientSecret, List<String> redirectUris) {

  @Override
  public String toString() {
    return "GoogleProperties[" + clientId + "]";
  }
}
