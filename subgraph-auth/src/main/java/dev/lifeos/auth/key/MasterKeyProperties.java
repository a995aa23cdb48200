package dev.lifeos.auth.key;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.ConstructorBinding;

/**
 * The key under which the other keys are encrypted. One of the first two is set.
 *
 * @param masterKey Base64 of 32 bytes
 * @param masterKeyFile a file with the same, made with a new key where it is missing
 * @param masterKeyPrevious the one before, until all is wrapped under the new one
 * @param masterKeyPreviousFile a file with the same
 */
@ConfigurationProperties("lifeos")
record MasterKeyProperties(
    @Nullable String masterKey,
    @Nullable Path masterKeyFile,
    @Nullable String masterKeyPrevious,
    @Nullable Path masterKeyPreviousFile) {

  @ConstructorBinding
  MasterKeyProperties {}

  /** Where there was none before. */
  MasterKeyProperties(@Nullable String masterKey, @Nullable Path masterKeyFile) {
    this(masterKey, masterKeyFile, null, null);
  }

  /** Nothing of a secret gets into a log. */
  @Override
  public String toString() {
    return "MasterKeyProperties";
  }
}
