package dev.lifeos.launcher.router;

import dev.lifeos.launcher.ExitCode;
import dev.lifeos.launcher.Failure;
import dev.lifeos.launcher.home.Home;
import dev.lifeos.launcher.process.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Node and npm, which the stand-in and the composition of the supergraph need. */
public final class NodeTools {
  private static final int OLDEST = 20;

  private final Home home;

  /** Tools that log to the local folder. */
  public NodeTools(Home home) {
    this.home = home;
  }

  /** Fails with a sentence where Node is missing or too old. */
  public static void require() throws InterruptedException {
    int found = VersionQuery.ask(Path.of("node")).map(RouterVersion::major).orElse(0);
    if (found < OLDEST) {
      throw new Failure(
          ExitCode.MACHINE,
          "This needs Node %d or newer%s; install it from https://nodejs.org."
              .formatted(OLDEST, found == 0 ? "" : " and here is Node " + found));
    }
  }

  /** Installs a folder's packages where they are missing or older than its lock file. */
  public void install(Path folder) throws IOException, InterruptedException {
    require();
    Path lock = folder.resolve("package-lock.json");
    Path installed = folder.resolve("node_modules/.package-lock.json");
    boolean fresh =
        Files.exists(installed)
            && Files.getLastModifiedTime(installed).compareTo(Files.getLastModifiedTime(lock)) >= 0;
    if (!fresh) {
      Tool.run(
          "npm ci in " + folder,
          List.of("npm", "ci", "--no-audit", "--no-fund"),
          Map.of(),
          folder,
          home.log("npm"));
    }
  }
}
