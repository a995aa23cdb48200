package dev.lifeos.auth.google;

import dev.lifeos.starter.error.UserError;
import java.net.URI;
import java.time.Instant;
import java.util.List;

/** What starting gave; the schema describes each part. */
record StartOAuthPayload(
    URI authorizationUrl, String binding, Instant expiresAt, List<UserError> errors) {

  /** Nothing of a secret gets into a log. */
  @Override
  public String toString() {
    return "StartOAuthPayload";
  }
}
