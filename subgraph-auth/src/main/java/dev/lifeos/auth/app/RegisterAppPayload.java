package dev.lifeos.auth.app;

import dev.lifeos.starter.error.UserError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What registering an app gave. */
record RegisterAppPayload(App app, @Nullable String clientSecret, List<UserError> errors) {

  /** Nothing of a secret gets into a log. */
  @Override
  public String toString() {
    return "RegisterAppPayload";
  }
}
