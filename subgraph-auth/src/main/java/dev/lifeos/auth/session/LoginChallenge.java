package dev.lifeos.auth.session;

import java.time.Instant;

/** What the second step of a log-in answers; the schema describes each part. */
public record LoginChallenge(String token, Instant expiresAt) {

  /** Nothing of the token gets into a log. */
  @Override
  public String toString() {
    return "LoginChallenge";
  }
}
