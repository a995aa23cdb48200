package dev.lifeos.auth.factor.passkey;

import java.time.Instant;
import java.util.Map;

/** What a passkey is to answer; the schema describes each part. */
record PasskeyChallenge(String token, Map<String, Object> options, Instant expiresAt) {

  static PasskeyChallenge of(PasskeyChallenges.Begun begun, Object options) {
    return new PasskeyChallenge(
        begun.token().value(), PasskeyJson.options(options), begun.expiresAt());
  }

  /** Nothing of the token gets into a log. */
  @Override
  public String toString() {
    return "PasskeyChallenge";
  }
}
