package dev.lifeos.auth.password;

record ResetPasswordInput(String token, String password) {

  /** Nothing of a secret gets into a log. */
  @Override
  public String toString() {
    return "ResetPasswordInput";
  }
}
