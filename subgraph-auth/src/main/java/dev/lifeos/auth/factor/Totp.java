package dev.lifeos.auth.factor;

import java.util.UUID;

/**
 * A secret that a person's app has, too.
 *
 * @param lastStep the step of time whose code was accepted last
 */
record Totp(UUID id, String secret, long lastStep) {

  /** Nothing of the secret gets into a log. */
  @Override
  public String toString() {
    return "Totp[" + id + "]";
  }
}
