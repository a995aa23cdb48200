package dev.lifeos.launcher.image;

import dev.lifeos.launcher.home.PrivateFiles;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Removes the images of earlier builds, a quarter of a gigabyte each, unless a process runs from
 * them.
 */
final class Unused {
  private Unused() {}

  static void delete(Path folder, String title, Path keep) throws IOException {
    List<Path> old = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, title + "-*")) {
      found.forEach(old::add);
    }
    old.remove(keep);
    old.removeIf(Unused::inUse);
    old.forEach(PrivateFiles::delete);
  }

  private static boolean inUse(Path image) {
    String path = image.toString();
    return ProcessHandle.allProcesses()
        .map(process -> process.info().commandLine())
        .flatMap(Optional::stream)
        .anyMatch(line -> line.contains(path));
  }
}
