package dev.lifeos.auth.service;

import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The services of the platform that may ask for tokens; none by default.
 *
 * @param serviceClients by name, e.g. {@code lifeos.service-clients.finance.secret}
 */
@ConfigurationProperties("lifeos")
record ServiceClientProperties(@DefaultValue Map<String, Client> serviceClients) {

  private static final int MIN_SECRET = 32;

  /**
   * A service.
   *
   * @param secret at least 32 characters
   * @param scopes what its tokens allow
   */
  record Client(String secret, @DefaultValue List<String> scopes) {

    Client {
      if (secret.length() < MIN_SECRET) {
        throw new IllegalArgumentException("A service's secret needs at least 32 characters.");
      }
    }

    @Override
    public String toString() {
      return "Client" + scopes;
    }
  }
}
