package dev.lifeos.launcher.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JarFingerprintTest {
  @TempDir Path folder;

  @Test
  void twoBuildsOfTheSameAreTheSame() throws IOException {
    assertThat(JarFingerprint.of(jar("one", "A.class", "same")))
        .isEqualTo(JarFingerprint.of(jar("two", "A.class", "same")));
  }

  @Test
  void anotherContentOrNameIsAnotherBuild() throws IOException {
    String one = JarFingerprint.of(jar("one", "A.class", "same"));

    assertThat(JarFingerprint.of(jar("two", "A.class", "diff"))).isNotEqualTo(one);
    assertThat(JarFingerprint.of(jar("three", "B.class", "same"))).isNotEqualTo(one);
  }

  private Path jar(String name, String entry, String content) throws IOException {
    Path jar = folder.resolve(name);
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      zip.putNextEntry(new ZipEntry(entry));
      zip.write(content.getBytes(StandardCharsets.UTF_8));
    }
    return jar;
  }
}
