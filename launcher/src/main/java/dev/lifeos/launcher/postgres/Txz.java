package dev.lifeos.launcher.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** Unpacks a tar archive compressed by xz. */
final class Txz {
  private static final Set<PosixFilePermission> PROGRAM =
      EnumSet.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);

  private Txz() {}

  static void unpack(InputStream archive, Path to) throws IOException {
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(new XZCompressorInputStream(archive))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        write(tar, entry, inside(to, entry.getName()));
      }
    }
  }

  private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path at)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(at);
      return;
    }
    Files.createDirectories(at.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(at, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(tar, at);
    if ((entry.getMode() & 0100) != 0) {
      Files.setPosixFilePermissions(at, PROGRAM);
    }
  }

  private static Path inside(Path to, String name) throws IOException {
    Path at = to.resolve(name).normalize();
    if (!at.startsWith(to)) {
      throw new IOException("The archive names a file outside itself: " + name);
    }
    return at;
  }
}
