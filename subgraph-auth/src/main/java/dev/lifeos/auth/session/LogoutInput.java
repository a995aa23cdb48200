package dev.lifeos.auth.session;

record LogoutInput(String refreshToken) {

  /** Nothing of a secret gets into a log. */
  @Override
  public String toString() {
    return "LogoutInput";
  }
}
