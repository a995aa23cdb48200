package dev.lifeos.auth.profile.avatar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** Keeps files in a folder, which replicas share or there is one only. */
final class FolderStore implements AvatarStore {

  private final Path folder;

  FolderStore(Path folder) {
    this.folder = folder;
  }

  // Moved when it is complete, so that nobody is ever sent half a file.
  @Override
  public void put(AvatarFile file, byte[] bytes) {
    try {
      Files.createDirectories(folder);
      var complete = Files.createTempFile(folder, "new", ".part");
      try {
        Files.write(complete, bytes);
        Files.move(complete, path(file), StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(complete);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public Optional<byte[]> get(AvatarFile file) {
    try {
      return Optional.of(Files.readAllBytes(path(file)));
    } catch (NoSuchFileException gone) {
      return Optional.empty();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void delete(AvatarFile file) {
    try {
      Files.deleteIfExists(path(file));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private Path path(AvatarFile file) {
    return folder.resolve(file.name());
  }
}
