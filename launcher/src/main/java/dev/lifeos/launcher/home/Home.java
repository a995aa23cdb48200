package dev.lifeos.launcher.home;

import dev.lifeos.launcher.ExitCode;
import dev.lifeos.launcher.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The folders of one LifeOS.
 *
 * @param root the repository
 * @param local what is local to this machine, {@code .lifeos} in the repository unless LIFEOS_HOME
 *     says otherwise
 * @param cache what can be made again, {@code cache} in the local folder unless LIFEOS_CACHE says
 *     otherwise
 */
public record Home(Path root, Path local, Path cache) {
  private static final long LEAST_FREE_BYTES = 1L << 30;

  /** Finds the folders from the environment, or from the working directory upwards. */
  public static Home discover(Map<String, String> environment) {
    Path root = folder(environment, "LIFEOS_ROOT").or(Home::rootAbove).orElseThrow(Home::noRoot);
    Path local = folder(environment, "LIFEOS_HOME").orElse(root.resolve(".lifeos"));
    return new Home(
        root, local, folder(environment, "LIFEOS_CACHE").orElse(local.resolve("cache")));
  }

  private static Optional<Path> folder(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name))
        .filter(value -> !value.isBlank())
        .map(value -> Path.of(value).toAbsolutePath().normalize());
  }

  private static Optional<Path> rootAbove() {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.exists(at.resolve("pom.xml")) && Files.exists(at.resolve("lifeos"))) {
        return Optional.of(at);
      }
    }
    return Optional.empty();
  }

  private static Failure noRoot() {
    return new Failure(
        "This is not inside the LifeOS repository; go there, or set LIFEOS_ROOT to its folder.");
  }

  /** Where the data of the servers lies. */
  public Path data() {
    return local.resolve("data");
  }

  /** Where the logs lie, one file for each part. */
  public Path logs() {
    return local.resolve("logs");
  }

  /** The log of one part. */
  public Path log(String part) {
    return logs().resolve(part + ".log");
  }

  /** Where the state of what runs is written down. */
  public Path run() {
    return local.resolve("run");
  }

  /** Generated passwords and keys, readable by their owner alone. */
  public Secrets secrets() {
    return new Secrets(local.resolve("secrets"));
  }

  /** Makes the folders, closed to other people of this machine. */
  public void create() {
    PrivateFiles.directory(local);
    PrivateFiles.directory(data());
    PrivateFiles.directory(logs());
    PrivateFiles.directory(run());
    PrivateFiles.directory(cache);
  }

  /** Fails with a sentence when the disk is nearly full. */
  public void requireSpace() {
    try {
      long free = Files.getFileStore(local).getUsableSpace();
      if (free < LEAST_FREE_BYTES) {
        throw new Failure(
            ExitCode.MACHINE,
            "Only %d MB are free on the disk of %s; LifeOS needs 1 GB. Free some, or set LIFEOS_HOME to a folder elsewhere."
                .formatted(free >> 20, local));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
