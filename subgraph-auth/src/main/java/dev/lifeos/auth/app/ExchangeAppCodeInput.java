package dev.lifeos.auth.app;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

record ExchangeAppCodeInput(
    UUID clientId,
    @Nullable String clientSecret,
    String code,
    String codeVerifier,
    String redirectUri) {

  /** Nothing of a secret gets into a log. */
  @Override
  public String toString() {
    return "ExchangeAppCodeInput";
  }
}
