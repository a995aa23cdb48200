package dev.lifeos.launcher.subgraph;

import dev.lifeos.launcher.ExitCode;
import dev.lifeos.launcher.Failure;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/** The five subgraphs, in the order of their ports. */
public enum Subgraph {
  AUTH,
  HEALTH,
  FINANCE,
  LEARNING,
  NOTIFICATION;

  /** Its name, which is also that of its database. */
  public String title() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** All names, in order. */
  public static List<String> titles() {
    return Arrays.stream(values()).map(Subgraph::title).toList();
  }

  /** Its executable jar; fails with a sentence where it is not built. */
  public Path jar(Path root) throws IOException {
    Path target = root.resolve("subgraph-" + title()).resolve("target");
    try (DirectoryStream<Path> found = Files.newDirectoryStream(target, "*-exec.jar")) {
      Iterator<Path> jars = found.iterator();
      if (jars.hasNext()) {
        return jars.next();
      }
    } catch (NoSuchFileException e) {
      // Not built yet: said below.
    }
    throw new Failure(
        ExitCode.FAILED,
        "The %s subgraph is not built; ./lifeos up builds it, and so does mvn -DskipTests package."
            .formatted(title()));
  }
}
