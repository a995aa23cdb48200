package dev.lifeos.auth.profile.avatar;

import dev.lifeos.starter.error.ErrorCode;
import org.springframework.http.HttpStatus;

/** A picture, or the address that it was sent to, is refused. Its message is shown to people. */
final class UnfitPicture extends RuntimeException {

  private final HttpStatus status;
  private final ErrorCode code;

  UnfitPicture(HttpStatus status, ErrorCode code, String message) {
    // An answer, not a defect: no stack trace.
    super(message, null, false, false);
    this.status = status;
    this.code = code;
  }

  static UnfitPicture badFile(HttpStatus status, String message) {
    return new UnfitPicture(status, ErrorCode.BAD_USER_INPUT, message);
  }

  HttpStatus status() {
    return status;
  }

  ErrorCode code() {
    return code;
  }
}
