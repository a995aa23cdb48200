package dev.lifeos.auth.google;

import dev.lifeos.auth.key.OneTimeToken;
import dev.lifeos.auth.key.Sealed;
import dev.lifeos.auth.key.Vault;
import java.util.Base64;
import java.util.UUID;

/**
 * What only we know of an attempt until it is over.
 *
 * @param verifier PKCE's, which the code is exchanged with
 * @param nonce what the ID token must repeat
 */
record AttemptSecrets(OneTimeToken verifier, OneTimeToken nonce) {

  private static final String SEPARATOR = " ";

  static AttemptSecrets fresh() {
    return new AttemptSecrets(OneTimeToken.fresh(), OneTimeToken.fresh());
  }

  static AttemptSecrets open(OAuthAttempt attempt, Vault vault) {
    var parts = vault.open(attempt.sealed(), context(attempt.id().toString())).split(SEPARATOR, 2);
    return new AttemptSecrets(new OneTimeToken(parts[0]), new OneTimeToken(parts[1]));
  }

  Sealed seal(UUID attempt, Vault vault) {
    return vault.seal(verifier.value() + SEPARATOR + nonce.value(), context(attempt.toString()));
  }

  /** What tells Google of the verifier without giving it away: S256 (RFC 7636). */
  String challenge() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(verifier.digest());
  }

  /** Bound to its row, so that one row's secrets are of no use in another. */
  static String context(String attempt) {
    return "oauth:" + attempt;
  }
}
