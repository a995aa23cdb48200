package dev.lifeos.auth.app;

import dev.lifeos.starter.error.UserError;
import java.net.URI;
import java.util.List;

/** Where to send the person. */
record AuthorizeAppPayload(URI redirectUrl, List<UserError> errors) {

  static AuthorizeAppPayload to(URI redirectUrl) {
    return new AuthorizeAppPayload(redirectUrl, List.of());
  }

  /** A code is in it, and gets into no log. */
  @Override
  public String toString() {
    return "AuthorizeAppPayload";
  }
}
