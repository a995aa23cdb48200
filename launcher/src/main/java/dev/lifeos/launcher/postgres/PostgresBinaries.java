package dev.lifeos.launcher.postgres;

import dev.lifeos.launcher.ExitCode;
import dev.lifeos.launcher.Failure;
import dev.lifeos.launcher.home.Digest;
import dev.lifeos.launcher.home.PrivateFiles;
import dev.lifeos.launcher.process.Programs;
import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.util.ArchUtils;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The server's programs, unpacked once from the jar into the cache. */
final class PostgresBinaries {
  private PostgresBinaries() {}

  /** The folder that holds {@code bin/postgres} and {@code bin/initdb}. */
  static Path unpacked(Path cache) throws IOException {
    Path home = cache.resolve("postgres-" + digest().substring(0, 12));
    return Files.exists(home) ? home : Programs.write(() -> unpack(cache, home));
  }

  private static Path unpack(Path cache, Path home) throws IOException {
    Path part = cache.resolve(home.getFileName() + ".part");
    PrivateFiles.delete(part);
    try (InputStream archive = archive()) {
      Txz.unpack(archive, part);
    }
    return Files.move(part, home, StandardCopyOption.ATOMIC_MOVE);
  }

  private static String digest() throws IOException {
    try (InputStream archive = archive()) {
      return Digest.of(archive);
    }
  }

  private static InputStream archive() throws IOException {
    String system = System.getProperty("os.name").startsWith("Mac") ? "Darwin" : "Linux";
    String architecture = ArchUtils.normalize(System.getProperty("os.arch"));
    try {
      return DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, architecture);
    } catch (IllegalStateException e) {
      throw new Failure(
          ExitCode.MACHINE,
          "There is no embedded PostgreSQL for %s on %s; use compose.yml with containers there."
              .formatted(system, architecture));
    }
  }
}
