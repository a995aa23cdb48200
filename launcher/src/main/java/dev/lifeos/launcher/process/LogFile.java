package dev.lifeos.launcher.process;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/** A part's log file. */
public record LogFile(Path path) {
  private static final long LARGEST_BYTES = 10L << 20;

  /** Sets a large log aside, keeping one older file. */
  public void rotate() {
    try {
      if (Files.exists(path) && Files.size(path) > LARGEST_BYTES) {
        Path older = path.resolveSibling(path.getFileName() + ".1");
        Files.move(path, older, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The last lines. */
  public List<String> tail(int count) {
    if (!Files.exists(path)) {
      return List.of();
    }
    // Bytes that are not UTF-8 may stand in another program's log.
    try (Stream<String> lines = Files.lines(path, ISO_8859_1)) {
      Deque<String> last = new ArrayDeque<>(count);
      lines.forEach(line -> keep(last, line, count));
      return List.copyOf(last).stream().map(LogFile::utf8).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void keep(Deque<String> last, String line, int count) {
    if (last.size() == count) {
      last.removeFirst();
    }
    last.addLast(line);
  }

  private static String utf8(String latin) {
    return new String(latin.getBytes(ISO_8859_1), UTF_8);
  }
}
