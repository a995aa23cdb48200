package dev.lifeos.launcher.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Starts a program in a session of its own, so that Ctrl-C in the terminal reaches the launcher
 * alone and the parts end in order. The program keeps the pid, for both helpers turn into it.
 */
public final class OwnSession {
  private static final List<List<String>> HELPERS =
      List.of(
          List.of("/usr/bin/setsid"),
          List.of("/bin/setsid"),
          List.of("/usr/bin/perl", "-MPOSIX", "-e", "POSIX::setsid(); exec {$ARGV[0]} @ARGV"));

  private OwnSession() {}

  /** The command that runs the given one in a session of its own, where the system can do so. */
  public static List<String> of(List<String> command) {
    return HELPERS.stream()
        .filter(helper -> Files.isExecutable(Path.of(helper.getFirst())))
        .findFirst()
        .map(helper -> Stream.concat(helper.stream(), command.stream()).toList())
        .orElse(command);
  }
}
