package dev.lifeos.launcher;

/** What the command line exits with. */
public final class ExitCode {
  /** All went well. */
  public static final int OK = 0;

  /** It did not work; a sentence says why. */
  public static final int FAILED = 1;

  /** The command line was not understood. */
  public static final int USAGE = 2;

  /** LifeOS is not up, or a part of it is not well. */
  public static final int NOT_UP = 3;

  /** The machine lacks something: a free port, disk space, a tool. */
  public static final int MACHINE = 4;

  private ExitCode() {}
}
