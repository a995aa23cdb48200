package dev.lifeos.auth.app;

import dev.lifeos.auth.key.Digests;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;

/**
 * What a person allowed an app, as its code has it.
 *
 * @param session where the person allowed it
 * @param challenge of PKCE, by S256
 */
record Consent(
    UUID client,
    UUID account,
    UUID session,
    String redirectUri,
    Set<AppScope> scopes,
    String challenge) {

  /** Whether the one who sends these is the one who asked. */
  boolean fits(String uri, String verifier) {
    return redirectUri.equals(uri) && isChallengeOf(verifier);
  }

  private boolean isChallengeOf(String verifier) {
    var digest = Digests.sha256(verifier.getBytes(StandardCharsets.UTF_8));
    var made = Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    return MessageDigest.isEqual(
        made.getBytes(StandardCharsets.UTF_8), challenge.getBytes(StandardCharsets.UTF_8));
  }
}
