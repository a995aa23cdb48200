package dev.lifeos.launcher.process;

import java.nio.file.Path;

/** The Java that runs this process, which also runs the subgraphs. */
public final class JavaCommand {
  private JavaCommand() {}

  /** The path of {@code java}. */
  public static String path() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** What tells this Java from another; caches made by one do not fit another. */
  public static String identity() {
    return System.getProperty("java.vm.version")
        + " "
        + System.getProperty("os.arch")
        + " "
        + System.getProperty("java.home");
  }
}
