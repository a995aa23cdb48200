package dev.lifeos.auth.factor;

import dev.lifeos.starter.error.UserError;
import java.time.Instant;
import java.util.List;

/** What the app needs. */
record EnrollTotpPayload(String secret, String uri, Instant expiresAt, List<UserError> errors) {

  /** Nothing of the secret gets into a log. */
  @Override
  public String toString() {
    return "EnrollTotpPayload";
  }
}
