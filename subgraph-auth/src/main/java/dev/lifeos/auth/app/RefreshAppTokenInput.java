package dev.lifeos.auth.app;

import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record RefreshAppTokenInput(
    UUID clientId,
    @Nullable String clientSecret,
    String refreshToken,
    @Nullable @Size(min = 1) List<AppScope> scopes) {

  /** Nothing of a secret gets into a log. */
  @Override
  public String toString() {
    return "RefreshAppTokenInput";
  }
}
