package dev.lifeos.launcher.image;

import dev.lifeos.launcher.home.Digest;
import dev.lifeos.launcher.process.JavaCommand;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A part's jar unpacked, which starts faster than the jar itself.
 *
 * @param directory where it lies; the name has the jar's digest
 * @param flags the JVM's; an ahead-of-time cache only fits a JVM with the same ones as the one that
 *     made it
 */
record Image(Path directory, List<String> flags) {
  static final String JAR = "app.jar";

  static List<String> extraction(Path jar, Path to) {
    return List.of(
        JavaCommand.path(),
        "-Djarmode=tools",
        "-jar",
        jar.toString(),
        "extract",
        "--destination",
        to.toString(),
        "--application-filename",
        JAR);
  }

  /** The cache for this Java and these flags. */
  Path aotCache() {
    String key = JavaCommand.identity() + flags;
    String digest = Digest.of(key.getBytes(StandardCharsets.UTF_8)).substring(0, 12);
    return directory.resolve("app-" + digest + ".aot");
  }

  boolean trained() {
    return Files.exists(aotCache());
  }

  List<String> command() {
    return java(trained() ? List.of("-XX:AOTCache=" + aotCache()) : List.of());
  }

  List<String> training(Path output, List<String> options) {
    List<String> all = new ArrayList<>(List.of("-XX:AOTCacheOutput=" + output));
    all.addAll(options);
    return java(all);
  }

  private List<String> java(List<String> more) {
    List<String> command = new ArrayList<>();
    command.add(JavaCommand.path());
    command.addAll(flags);
    command.addAll(more);
    command.add("-jar");
    command.add(directory.resolve(JAR).toString());
    return command;
  }
}
