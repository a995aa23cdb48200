package dev.lifeos.auth.factor;

import dev.lifeos.auth.factor.passkey.PasskeyAnswer;
import org.jspecify.annotations.Nullable;

/** How a person shows that it is them. */
record StepUpInput(
    @Nullable String password, @Nullable String code, @Nullable PasskeyAnswer passkey) {

  /** Nothing of a secret gets into a log. */
  @Override
  public String toString() {
    return "StepUpInput";
  }
}
