package dev.lifeos.launcher.router;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Asks a program for its version; what does not answer soon, or fails, has none. */
final class VersionQuery {
  private static final int PATIENCE_SECONDS = 5;

  private VersionQuery() {}

  static Optional<RouterVersion> ask(Path program) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(program.toString(), "--version")
              .redirectInput(Path.of("/dev/null").toFile())
              .redirectErrorStream(true)
              .start();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return Optional.empty();
      }
      byte[] output = process.getInputStream().readNBytes(4096);
      return process.exitValue() == 0
          ? RouterVersion.parse(new String(output, StandardCharsets.UTF_8))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
