package dev.lifeos.auth.profile.phone;

record VerifyPhoneInput(String code) {

  /** Nothing of the code gets into a log. */
  @Override
  public String toString() {
    return "VerifyPhoneInput";
  }
}
