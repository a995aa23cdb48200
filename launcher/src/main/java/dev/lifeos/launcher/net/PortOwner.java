package dev.lifeos.launcher.net;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which process listens on a port, as far as the tools of the system tell. */
final class PortOwner {
  private static final Pattern LSOF = Pattern.compile("(?s)p(\\d+)\\s.*?c([^\\n]+)");
  private static final Pattern SS = Pattern.compile("\\(\\(\"([^\"]+)\",pid=(\\d+)");

  private PortOwner() {}

  static Optional<String> of(int port) {
    return output("lsof", "-nP", "-iTCP:" + port, "-sTCP:LISTEN", "-Fpc")
        .flatMap(PortOwner::fromLsof)
        .or(() -> output("ss", "-ltnpH", "sport = :" + port).flatMap(PortOwner::fromSs));
  }

  static Optional<String> fromLsof(String output) {
    Matcher found = LSOF.matcher(output);
    return found.find()
        ? Optional.of("%s, pid %s".formatted(found.group(2), found.group(1)))
        : Optional.empty();
  }

  static Optional<String> fromSs(String output) {
    Matcher found = SS.matcher(output);
    return found.find()
        ? Optional.of("%s, pid %s".formatted(found.group(1), found.group(2)))
        : Optional.empty();
  }

  private static Optional<String> output(String... command) {
    try {
      Process process =
          new ProcessBuilder(List.of(command))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      return Optional.of(
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
