package dev.lifeos.auth.factor;

import dev.lifeos.starter.error.UserError;
import java.util.List;

/** What making new codes gave. */
record RegenerateRecoveryCodesPayload(List<String> recoveryCodes, List<UserError> errors) {

  /** Nothing of a code gets into a log. */
  @Override
  public String toString() {
    return "RegenerateRecoveryCodesPayload";
  }
}
