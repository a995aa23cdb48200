package dev.lifeos.auth.registration;

record VerifyEmailInput(String token, String password) {

  /** Nothing of a secret gets into a log. */
  @Override
  public String toString() {
    return "VerifyEmailInput";
  }
}
