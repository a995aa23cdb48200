package dev.lifeos.auth.session;

record RefreshSessionInput(String refreshToken) {

  /** Nothing of a secret gets into a log. */
  @Override
  public String toString() {
    return "RefreshSessionInput";
  }
}
