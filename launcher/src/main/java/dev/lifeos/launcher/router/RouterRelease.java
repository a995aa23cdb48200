package dev.lifeos.launcher.router;

import dev.lifeos.launcher.Failure;
import dev.lifeos.launcher.home.Digest;
import dev.lifeos.launcher.process.Programs;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** The official release archive for this platform, taken only when it matches its published sum. */
public final class RouterRelease {
  private static final String RELEASES =
      "https://github.com/apollographql/router/releases/download";
  private static final String PROGRAM = "dist/router";

  private final String base;
  private final String archive;
  private final Download download = new Download();

  RouterRelease(String releases, String platform) {
    this.base = "%s/v%s/".formatted(releases, RouterVersion.WANTED);
    this.archive = "router-v%s-%s.tar.gz".formatted(RouterVersion.WANTED, platform);
  }

  /**
   * The release for this platform, from the official place or a mirror named by
   * LIFEOS_ROUTER_RELEASES.
   */
  public static RouterRelease from(Map<String, String> environment) {
    return new RouterRelease(
        environment.getOrDefault("LIFEOS_ROUTER_RELEASES", RELEASES), platform());
  }

  /** Fetches, checks and unpacks the program. */
  public Path install(Path program) throws IOException, InterruptedException {
    Files.createDirectories(program.getParent());
    String sums =
        new String(download.bytes(URI.create(base + "sha256sums.txt")), StandardCharsets.UTF_8);
    Path packed = program.resolveSibling(archive);
    try {
      download.file(URI.create(base + archive), packed);
      if (!Digest.of(packed).equals(publishedSum(sums))) {
        throw new Failure("the archive does not match its published SHA-256 sum");
      }
      return Programs.write(() -> unpacked(packed, program));
    } finally {
      Files.deleteIfExists(packed);
    }
  }

  private String publishedSum(String sums) {
    return sums.lines()
        .map(line -> line.strip().split("\\s+\\*?", 2))
        .filter(parts -> parts.length == 2 && parts[1].endsWith(archive))
        .map(parts -> parts[0])
        .findFirst()
        .orElseThrow(() -> new Failure("no published SHA-256 sum for " + archive));
  }

  private static Path unpacked(Path packed, Path program) throws IOException {
    Path part = program.resolveSibling("router.part");
    try (InputStream in = Files.newInputStream(packed);
        TarArchiveInputStream tar = new TarArchiveInputStream(new GZIPInputStream(in))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        if (entry.getName().equals(PROGRAM)) {
          Files.copy(tar, part, StandardCopyOption.REPLACE_EXISTING);
          Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rwx------"));
          return Files.move(part, program, StandardCopyOption.ATOMIC_MOVE);
        }
      }
    }
    throw new Failure("the archive has no " + PROGRAM);
  }

  private static String platform() {
    String cpu = System.getProperty("os.arch").matches("aarch64|arm64") ? "aarch64" : "x86_64";
    String system =
        System.getProperty("os.name").startsWith("Mac") ? "apple-darwin" : "unknown-linux-gnu";
    return cpu + "-" + system;
  }
}
