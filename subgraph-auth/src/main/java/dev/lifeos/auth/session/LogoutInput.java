package dev.lifeos.auth.session;

import org.jspecify.annotations.Nullable;

record LogoutInput(@Nullable String refreshToken) {

  /** Nothing of a secret gets into a log. */
  @Override
  public String toString() {
    return "LogoutInput";
  }
}
