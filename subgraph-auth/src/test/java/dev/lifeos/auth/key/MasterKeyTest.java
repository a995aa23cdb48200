package dev.lifeos.auth.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterKeyTest {

  private static final byte[] PLAIN = {1, 2, 3};

  @Test
  void a_missing_file_is_made_for_its_owner_only_and_used_again(@TempDir Path folder)
      throws IOException {
    var properties = new MasterKeyProperties(null, folder.resolve("master.key"));
    var encrypted = new MasterKey(properties).encrypt(PLAIN);
    assertThat(new MasterKey(properties).decrypt(encrypted)).isEqualTo(PLAIN);
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("master.key"))))
        .isEqualTo("rw-------");
  }

  @Test
  void without_a_key_the_start_fails_and_says_what_to_set() {
    assertThatThrownBy(() -> new MasterKey(new MasterKeyProperties(null, null)))
        .hasMessageContaining("LIFEOS_MASTER_KEY");
  }

  @Test
  void a_key_of_another_length_is_refused_and_not_shown() {
    assertThatThrownBy(() -> new MasterKey(new MasterKeyProperties("c2hvcnQ=", null)))
        .hasMessageContaining("32 bytes")
        .hasMessageNotContaining("c2hvcnQ");
  }

  @Test
  void what_was_changed_is_not_decrypted() {
    var key =
        new MasterKey(
            new MasterKeyProperties("MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=", null));
    var encrypted = key.encrypt(PLAIN);
    encrypted[encrypted.length - 1] ^= 1;
    assertThatThrownBy(() -> key.decrypt(encrypted)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void replicas_that_start_at_once_share_one_file(@TempDir Path folder) throws IOException {
    var properties = new MasterKeyProperties(" ", folder.resolve("secrets/master.key"));
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      var starting =
          IntStream.range(0, 16)
              .mapToObj(
                  index -> CompletableFuture.supplyAsync(() -> new MasterKey(properties), executor))
              .toList();
      assertThat(starting.stream().map(key -> key.join().id()).distinct()).hasSize(1);
    }
    try (var left = Files.list(folder.resolve("secrets"))) {
      assertThat(left).hasSize(1);
    }
  }
}
