package dev.lifeos.launcher.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;

/** Generated at first use, kept in files of mode 0600, never printed. */
public final class Secrets {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Path directory;

  Secrets(Path directory) {
    this.directory = directory;
  }

  /** A password of 192 bits, in characters that need no quoting anywhere. */
  public String password(String name) {
    return kept(name + ".password", () -> HexFormat.of().formatHex(bytes(24)));
  }

  /** The password if there is one already. */
  public Optional<String> existingPassword(String name) {
    Path file = directory.resolve(name + ".password");
    return Files.exists(file) ? Optional.of(read(file)) : Optional.empty();
  }

  /** The file of the key (256 bits, Base64) that encrypts secrets at rest. */
  public Path masterKeyFile() {
    kept("master.key", () -> Base64.getEncoder().encodeToString(bytes(32)));
    return directory.resolve("master.key");
  }

  private synchronized String kept(String name, Supplier<String> fresh) {
    Path file = PrivateFiles.directory(directory).resolve(name);
    if (!Files.exists(file)) {
      PrivateFiles.write(file, fresh.get());
    }
    return read(file);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    RANDOM.nextBytes(bytes);
    return bytes;
  }
}
