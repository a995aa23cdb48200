package dev.lifeos.launcher.process;

import dev.lifeos.launcher.Failure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Runs a program to its end, with its output in a log. */
public final class Tool {
  private Tool() {}

  /**
   * Runs it; fails with the log's last lines when it does not exit with 0. Ends it when
   * interrupted.
   */
  public static void run(
      String what, List<String> command, Map<String, String> environment, Path directory, Path log)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(OwnSession.of(command))
            .directory(directory.toFile())
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(environment);
    Process process = Programs.start(builder);
    try {
      int exit = process.waitFor();
      if (exit != 0) {
        throw new Failure(
            "%s failed (exit code %d):%n%s%nThe whole log: %s"
                .formatted(what, exit, String.join("\n", new LogFile(log).tail(15)), log));
      }
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }
}
