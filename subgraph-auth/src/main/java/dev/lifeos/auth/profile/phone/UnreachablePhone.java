package dev.lifeos.auth.profile.phone;

/** No text message gets to a number. */
final class UnreachablePhone extends RuntimeException {

  UnreachablePhone() {
    super("unreachable", null, false, false);
  }
}
