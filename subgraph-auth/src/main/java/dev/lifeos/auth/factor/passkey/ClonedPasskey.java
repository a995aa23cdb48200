package dev.lifeos.auth.factor.passkey;

/** Thrown where a passkey has signed no more often than it had before: there are two of it. */
final class ClonedPasskey extends RuntimeException {

  ClonedPasskey() {
    super("the counter of a passkey did not grow", null, false, false);
  }
}
