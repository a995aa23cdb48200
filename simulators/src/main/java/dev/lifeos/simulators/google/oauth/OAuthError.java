package dev.lifeos.simulators.google.oauth;

/** An error of the token and revocation endpoints, as Google says it. */
final class OAuthError extends RuntimeException {
  private final int status;
  private final String error;
  private final String description;

  OAuthError(int status, String error, String description) {
    super(error + ": " + description);
    this.status = status;
    this.error = error;
    this.description = description;
  }

  static OAuthError invalidGrant(String description) {
    return new OAuthError(400, "invalid_grant", description);
  }

  int status() {
    return status;
  }

  String error() {
    return error;
  }

  String description() {
    return description;
  }
}
