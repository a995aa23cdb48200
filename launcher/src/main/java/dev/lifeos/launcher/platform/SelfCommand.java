package dev.lifeos.launcher.platform;

import dev.lifeos.launcher.Launcher;
import dev.lifeos.launcher.process.JavaCommand;
import java.util.List;
import java.util.stream.Stream;

/** The command that starts this program once more. */
public final class SelfCommand {
  private SelfCommand() {}

  /** This program with arguments. */
  public static List<String> with(String... arguments) {
    Stream<String> program =
        Stream.of(
            JavaCommand.path(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseCompactObjectHeaders",
            "-Xmx64m",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            Launcher.class.getName());
    return Stream.concat(program, Stream.of(arguments)).toList();
  }
}
