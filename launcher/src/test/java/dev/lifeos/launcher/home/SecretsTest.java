package dev.lifeos.launcher.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
  @TempDir Path folder;

  @Test
  void aPasswordIsMadeOnceAndKept() {
    String first = secrets().password("redis");

    assertThat(first).matches("[0-9a-f]{48}").isEqualTo(secrets().password("redis"));
    assertThat(secrets().password("admin")).isNotEqualTo(first);
  }

  @Test
  void askingWhetherThereIsAPasswordMakesNone() {
    assertThat(secrets().existingPassword("demo")).isEmpty();
    assertThat(folder.resolve("secrets")).doesNotExist();
  }

  @Test
  void onlyTheOwnerCanReadThem() throws IOException {
    secrets().password("redis");
    Path key = secrets().masterKeyFile();

    assertThat(mode(folder.resolve("secrets"))).isEqualTo("rwx------");
    assertThat(mode(folder.resolve("secrets/redis.password"))).isEqualTo("rw-------");
    assertThat(mode(key)).isEqualTo("rw-------");
  }

  @Test
  void theMasterKeyHas256Bits() throws IOException {
    String key = Files.readString(secrets().masterKeyFile());

    assertThat(Base64.getDecoder().decode(key)).hasSize(32);
  }

  private Secrets secrets() {
    return new Secrets(folder.resolve("secrets"));
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
