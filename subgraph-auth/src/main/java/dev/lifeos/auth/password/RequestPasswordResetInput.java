package dev.lifeos.auth.password;

record RequestPasswordResetInput(String email) {

  /** Nothing of a secret gets into a log. */
  @Override
  public String toString() {
    return "RequestPasswordResetInput";
  }
}
