package dev.lifeos.launcher;

/** Something a person can act on: one sentence, shown without a stack trace. */
public final class Failure extends RuntimeException {
  private final int exitCode;

  /** A failure with the general exit code. */
  public Failure(String message) {
    this(ExitCode.FAILED, message);
  }

  /** A failure with an exit code of its own. */
  public Failure(int exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  /** What the process exits with. */
  public int exitCode() {
    return exitCode;
  }
}
