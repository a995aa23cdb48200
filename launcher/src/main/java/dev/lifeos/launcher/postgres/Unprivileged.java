package dev.lifeos.launcher.postgres;

import dev.lifeos.launcher.ExitCode;
import dev.lifeos.launcher.Failure;
import dev.lifeos.launcher.process.Programs;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** PostgreSQL does not run as root; there it runs in a user namespace, in which it is nobody. */
final class Unprivileged {
  private static final List<String> NAMESPACE = List.of("unshare", "-U");

  private Unprivileged() {}

  static List<String> of(List<String> command) {
    if (!"root".equals(System.getProperty("user.name"))) {
      return command;
    }
    if (!works()) {
      throw new Failure(
          ExitCode.MACHINE,
          "PostgreSQL does not run as root, and this system allows no user namespaces; start LifeOS as another user.");
    }
    return Stream.concat(NAMESPACE.stream(), command.stream()).toList();
  }

  private static boolean works() {
    try {
      return Programs.start(new ProcessBuilder("unshare", "-U", "true")).waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
