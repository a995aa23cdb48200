package dev.lifeos.auth.factor;

import org.jspecify.annotations.Nullable;

/** How a log-in goes on. */
record CompleteLoginInput(String challenge, @Nullable String code, @Nullable String recoveryCode) {

  /** Nothing of a code gets into a log. */
  @Override
  public String toString() {
    return "CompleteLoginInput";
  }
}
