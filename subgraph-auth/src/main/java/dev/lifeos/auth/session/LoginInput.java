package dev.lifeos.auth.session;

record LoginInput(String email, String password) {

  /** Nothing of a secret gets into a log. */
  @Override
  public String toString() {
    return "LoginInput";
  }
}
