package dev.lifeos.launcher.image;

import dev.lifeos.launcher.home.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;

/**
 * Tells builds of a jar apart by its table of contents, which has a checksum of each entry; to read
 * all of it takes seconds.
 */
final class JarFingerprint {
  private JarFingerprint() {}

  static String of(Path jar) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      String contents =
          zip.stream()
              .map(entry -> entry.getName() + " " + entry.getCrc() + " " + entry.getSize())
              .sorted()
              .collect(Collectors.joining("\n"));
      return Digest.of(contents.getBytes(StandardCharsets.UTF_8)).substring(0, 12);
    }
  }
}
