package dev.lifeos.auth.app;

import java.time.Instant;
import java.util.Set;

/** The tokens of an app for one person; the schema describes each part. */
record AppTokens(
    String accessToken,
    Instant accessTokenExpiresAt,
    String refreshToken,
    Instant refreshTokenExpiresAt,
    Set<AppScope> scopes) {

  /** Nothing of a token gets into a log. */
  @Override
  public String toString() {
    return "AppTokens";
  }
}
