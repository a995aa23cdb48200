package dev.lifeos.simulators.google.oauth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The proof that whoever redeems a code is whoever asked for it (RFC 7636).
 *
 * @param challenge empty where the application asked for none
 */
record Pkce(String challenge, String method) {

  boolean known() {
    return method.equals("S256") || method.equals("plain");
  }

  /** Fails where the verifier does not fit. */
  void check(@Nullable String verifier) {
    if (challenge.isEmpty()) {
      return;
    }
    if (verifier == null || verifier.isEmpty()) {
      throw OAuthError.invalidGrant("Missing code verifier.");
    }
    String answer = method.equals("S256") ? s256(verifier) : verifier;
    if (!MessageDigest.isEqual(bytes(answer), bytes(challenge))) {
      throw OAuthError.invalidGrant("Invalid code verifier.");
    }
  }

  private static String s256(String verifier) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes(verifier));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
