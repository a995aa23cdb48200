package dev.lifeos.launcher.process;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A tiny shell that waits on a pipe from this process. When the pipe closes without a word (this
 * process was killed) it runs a command that ends what was left behind.
 */
public final class Watchdog implements AutoCloseable {
  private static final List<String> SHELL =
      List.of("/bin/sh", "-c", "read -r word || exec \"$@\"", "watchdog");

  private final Process process;

  private Watchdog(Process process) {
    this.process = process;
  }

  /** Starts it; the command's output goes to the log. */
  public static Watchdog start(List<String> command, Path log) throws IOException {
    List<String> all = Stream.concat(SHELL.stream(), command.stream()).toList();
    Process process =
        Programs.start(
            new ProcessBuilder(OwnSession.of(all))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())));
    return new Watchdog(process);
  }

  long pid() {
    return process.pid();
  }

  /** Says that all ended well. */
  @Override
  public void close() throws IOException {
    try (OutputStream pipe = process.getOutputStream()) {
      pipe.write("done\n".getBytes(StandardCharsets.UTF_8));
    }
  }
}
