package dev.lifeos.simulators.google.oauth;

/** A request for authorization that Google shows a page for instead of sending the person back. */
final class Refused extends RuntimeException {
  private final int status;
  private final String error;

  Refused(int status, String error, String message) {
    super(message);
    this.status = status;
    this.error = error;
  }

  int status() {
    return status;
  }

  String error() {
    return error;
  }
}
