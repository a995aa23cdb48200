package dev.lifeos.simulators.google.oauth;

import java.time.Instant;
import java.util.List;

/**
 * What an application may do for a person.
 *
 * @param clientId the application
 * @param email the person
 * @param scopes what it may
 * @param expiresAt until when
 */
public record Grant(String clientId, String email, List<String> scopes, Instant expiresAt) {

  boolean of(String client, String person) {
    return clientId.equals(client) && email.equals(person);
  }

  Grant until(Instant end) {
    return new Grant(clientId, email, scopes, end);
  }
}
