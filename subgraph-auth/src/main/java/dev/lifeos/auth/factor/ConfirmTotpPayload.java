package dev.lifeos.auth.factor;

import dev.lifeos.auth.account.User;
import dev.lifeos.starter.error.UserError;
import java.util.List;

/** What confirming gave. */
record ConfirmTotpPayload(User user, List<String> recoveryCodes, List<UserError> errors) {

  /** Nothing of a code gets into a log. */
  @Override
  public String toString() {
    return "ConfirmTotpPayload";
  }
}
