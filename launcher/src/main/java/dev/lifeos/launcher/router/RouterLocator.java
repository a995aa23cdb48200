package dev.lifeos.launcher.router;

import dev.lifeos.launcher.ExitCode;
import dev.lifeos.launcher.Failure;
import dev.lifeos.launcher.home.Home;
import dev.lifeos.launcher.terminal.Terminal;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds a router: the named one, one on the PATH, the cached one, the official release, or the
 * stand-in.
 */
public final class RouterLocator {
  private static final String NAME = "router";
  private static final String STAND_IN = "stand-in";

  private final Home home;
  private final Map<String, String> environment;
  private final Terminal terminal;

  /** A locator that tells the terminal what it passes over. */
  public RouterLocator(Home home, Map<String, String> environment, Terminal terminal) {
    this.home = home;
    this.environment = environment;
    this.terminal = terminal;
  }

  /** Where {@code router install} puts it. */
  public static Path cached(Home home) {
    return home.cache().resolve(NAME).resolve(RouterVersion.WANTED.toString()).resolve(NAME);
  }

  /** The router to run; fetches the release where there is none, and falls on the stand-in. */
  public RouterProgram locate() throws InterruptedException {
    Optional<RouterProgram> here = present();
    if (here.isPresent()) {
      return here.get();
    }
    try {
      Path program = RouterRelease.from(environment).install(cached(home));
      return apollo(program, "official release").orElseThrow(() -> unfit(program));
    } catch (IOException | Failure e) {
      terminal.warning(
          NAME,
          "Apollo Router could not be fetched (%s): the stand-in serves instead. ./lifeos router install --build makes the real one."
              .formatted(e.getMessage()));
      return standIn();
    }
  }

  /** The router that is on this machine already. */
  public Optional<RouterProgram> present() throws InterruptedException {
    String named = environment.getOrDefault("LIFEOS_ROUTER", "");
    if (named.equals(STAND_IN)) {
      return Optional.of(standIn());
    }
    if (!named.isBlank()) {
      Path program = Path.of(named).toAbsolutePath();
      return Optional.of(apollo(program, "LIFEOS_ROUTER").orElseThrow(() -> unfit(program)));
    }
    Optional<RouterProgram> onPath = onPath();
    return onPath.isPresent() ? onPath : apollo(cached(home), "cache");
  }

  private RouterProgram standIn() {
    return new RouterProgram.StandIn(home.root().resolve("router-config").resolve(STAND_IN));
  }

  private Optional<RouterProgram> onPath() throws InterruptedException {
    Stream<String> folders =
        Arrays.stream(environment.getOrDefault("PATH", "").split(File.pathSeparator, -1));
    for (String folder : folders.filter(each -> !each.isBlank()).toList()) {
      Optional<RouterProgram> found = apollo(Path.of(folder, NAME), "PATH");
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<RouterProgram> apollo(Path program, String origin)
      throws InterruptedException {
    if (!Files.isRegularFile(program) || !Files.isExecutable(program)) {
      return Optional.empty();
    }
    return VersionQuery.ask(program)
        .filter(RouterVersion::fits)
        .map(version -> new RouterProgram.Apollo(program, version, origin));
  }

  private static Failure unfit(Path program) {
    return new Failure(
        ExitCode.MACHINE,
        "%s is no Apollo Router of version %s or a later 2.x."
            .formatted(program, RouterVersion.WANTED));
  }
}
