package dev.lifeos.launcher.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The resident memory of a process and those below it, in bytes. */
public final class ResidentMemory {
  private ResidentMemory() {}

  /**
   * Memory of the whole tree; pages that processes share count once where the system tells (Linux).
   */
  public static long ofTree(ProcessHandle root) {
    return Stream.concat(Stream.of(root), root.descendants())
        .mapToLong(each -> of(each.pid()))
        .sum();
  }

  /** Memory of one process. */
  public static long of(long pid) {
    Path rollup = Path.of("/proc", Long.toString(pid), "smaps_rollup");
    try {
      return Files.isReadable(rollup) ? proportional(rollup) : fromPs(pid);
    } catch (IOException e) {
      return 0;
    }
  }

  private static long proportional(Path rollup) throws IOException {
    try (Stream<String> lines = Files.lines(rollup)) {
      return lines
          .filter(line -> line.startsWith("Pss:"))
          .mapToLong(line -> kilobytes(line.substring(4).replace("kB", "")))
          .findFirst()
          .orElse(0);
    }
  }

  private static long fromPs(long pid) throws IOException {
    Process ps =
        new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid))
            .redirectErrorStream(true)
            .start();
    return kilobytes(new String(ps.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
  }

  private static long kilobytes(String number) {
    String digits = number.strip();
    return digits.matches("\\d+") ? Long.parseLong(digits) << 10 : 0;
  }
}
