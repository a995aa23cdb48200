package dev.lifeos.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What a command printed, errors included, and how it ended.
 *
 * @param exit its exit code
 */
record Output(String text, int exit) {

  private static final long MINUTES = 8;

  static Output of(List<String> command, Map<String, String> environment) {
    try {
      // A file, since a pipe would stay open for as long as what the command leaves running.
      var file = Files.createTempFile("lifeos-output", ".txt");
      var builder =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(file.toFile());
      builder.environment().putAll(environment);
      var process = builder.start();
      if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new AssertionError(command + " did not end: " + Files.readString(file));
      }
      return new Output(Files.readString(file, StandardCharsets.UTF_8), process.exitValue());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  Output requireSuccess() {
    if (exit != 0) {
      throw new AssertionError("Exit " + exit + ":\n" + text);
    }
    return this;
  }
}
