package dev.lifeos.auth.key;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The key under which signing keys are encrypted. One of the two is set.
 *
 * @param masterKey Base64 of 32 bytes
 * @param masterKeyFile a file with the same, made with a new key where it is missing
 */
@ConfigurationProperties("lifeos")
record MasterKeyProperties(@Nullable String masterKey, @Nullable Path masterKeyFile) {

  /** Nothing of a secret gets into a log. */
  @Override
  public String toString() {
    return "MasterKeyProperties";
  }
}
