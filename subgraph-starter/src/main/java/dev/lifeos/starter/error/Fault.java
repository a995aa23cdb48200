package dev.lifeos.starter.error;

/**
 * A refusal or a failure that becomes a top-level GraphQL error. Its message is shown to people.
 */
public final class Fault extends RuntimeException {

  private final ErrorCode code;

  /**
   * @param code what kind of error it is
   * @param message what to tell people: nothing internal
   */
  public Fault(ErrorCode code, String message) {
    // Faults are answers, not defects: no stack trace.
    super(message, null, false, false);
    this.code = code;
  }

  /** What kind of error it is. */
  public ErrorCode code() {
    return code;
  }

  /** The message, never null. */
  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
