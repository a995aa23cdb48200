package dev.lifeos.launcher.redis;

import dev.lifeos.launcher.ExitCode;
import dev.lifeos.launcher.Failure;
import dev.lifeos.launcher.process.Programs;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import redis.embedded.core.ExecutableProvider;
import redis.embedded.model.OsArchitecture;

/** The server's program, unpacked once from the jar into the cache. */
final class RedisBinary {
  private RedisBinary() {}

  static Path unpacked(Path cache) throws IOException {
    OsArchitecture here = OsArchitecture.detectOSandArchitecture();
    String resource = ExecutableProvider.newProvidedVersionsMap().get(here);
    if (resource == null) {
      throw new Failure(
          ExitCode.MACHINE, "There is no embedded Redis for this system; use compose.yml there.");
    }
    Path program = cache.resolve(resource.substring(resource.lastIndexOf('/') + 1));
    if (!Files.exists(program)) {
      Programs.write(() -> copy(resource, program));
    }
    return program;
  }

  private static Path copy(String resource, Path program) throws IOException {
    Path part = program.resolveSibling(program.getFileName() + ".part");
    try (InputStream in =
        RedisBinary.class.getResourceAsStream(
            resource.startsWith("/") ? resource : "/" + resource)) {
      if (in == null) {
        throw new IOException(resource + " is missing in the launcher's jar");
      }
      Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
    }
    Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rwx------"));
    return Files.move(part, program, StandardCopyOption.ATOMIC_MOVE);
  }
}
