package dev.lifeos.auth.app;

import dev.lifeos.starter.error.UserError;
import java.util.List;

/** What renewing a secret gave. */
record RenewAppSecretPayload(String clientSecret, List<UserError> errors) {

  /** Nothing of a secret gets into a log. */
  @Override
  public String toString() {
    return "RenewAppSecretPayload";
  }
}
