package dev.lifeos.auth.app;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A registered app; the schema describes each part.
 *
 * @param scopes the most that it may ask for
 */
record App(
    UUID clientId,
    String name,
    URI homepage,
    AppKind kind,
    List<String> redirectUris,
    Set<AppScope> scopes,
    Instant createdAt) {

  /** The same in words for people; public, since GraphQL reads it. */
  public List<AppPermission> permissions() {
    return AppPermission.of(scopes);
  }
}
