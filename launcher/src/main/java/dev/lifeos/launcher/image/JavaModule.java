package dev.lifeos.launcher.image;

import dev.lifeos.launcher.ExitCode;
import dev.lifeos.launcher.Failure;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/**
 * A module whose jar runs as a part.
 *
 * @param title the part's name
 * @param folder the module's folder
 * @param flags its own options for the JVM, which come after those of all parts
 * @param training what makes it end by itself when its start-up cache can be made
 */
public record JavaModule(String title, String folder, List<String> flags, List<String> training) {
  /** Its executable jar; fails with a sentence where it is not built. */
  public Path jar(Path root) throws IOException {
    Path target = root.resolve(folder).resolve("target");
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
        "The module %s is not built; ./lifeos up builds it, and so does mvn -DskipTests package."
            .formatted(folder));
  }
}
