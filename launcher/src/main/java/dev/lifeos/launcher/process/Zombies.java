package dev.lifeos.launcher.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Processes that have ended and wait for their parent to notice, which may take for ever in a
 * container.
 */
final class Zombies {
  private Zombies() {}

  static boolean is(long pid) {
    try {
      String stat =
          Files.readString(
              Path.of("/proc", Long.toString(pid), "stat"), StandardCharsets.ISO_8859_1);
      // The state follows the program's name, which stands in parentheses and may hold any
      // character.
      return stat.startsWith(") Z", stat.lastIndexOf(')'));
    } catch (IOException e) {
      return false;
    }
  }
}
