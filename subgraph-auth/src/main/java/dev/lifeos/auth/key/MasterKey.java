package dev.lifeos.auth.key;

import dev.lifeos.auth.startup.Misconfiguration;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.encrypt.AesBytesEncryptor;
import org.springframework.security.crypto.encrypt.AesBytesEncryptor.CipherAlgorithm;
import org.springframework.security.crypto.encrypt.BytesEncryptor;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.stereotype.Component;

/** Encrypts what must not lie open in the database: AES-256-GCM. */
@Component
class MasterKey {

  private static final int BYTES = 32;
  private static final int IV_BYTES = 16;
  private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private final String id;
  private final BytesEncryptor encryptor;
  private final @Nullable BytesEncryptor previous;

  MasterKey(MasterKeyProperties properties) {
    var key = key(properties);
    id = HexFormat.of().formatHex(Digests.sha256(key), 0, 8);
    encryptor = encryptor(key);
    var before = previous(properties);
    previous = before == null ? null : encryptor(before);
  }

  /** Tells this key from others, and says nothing of it. */
  String id() {
    return id;
  }

  byte[] encrypt(byte[] plain) {
    return encryptor.encrypt(plain);
  }

  /** What was encrypted under this key, or under the one before while that is configured. */
  byte[] decrypt(byte[] encrypted) {
    try {
      return encryptor.decrypt(encrypted);
    } catch (IllegalStateException otherKey) {
      if (previous == null) {
        throw otherKey;
      }
      return previous.decrypt(encrypted);
    }
  }

  private static BytesEncryptor encryptor(byte[] key) {
    return new AesBytesEncryptor(
        new SecretKeySpec(key, "AES"), KeyGenerators.secureRandom(IV_BYTES), CipherAlgorithm.GCM);
  }

  private static byte @Nullable [] previous(MasterKeyProperties properties) {
    var key = properties.masterKeyPrevious();
    if (key != null && !key.isBlank()) {
      return decode(key);
    }
    var file = properties.masterKeyPreviousFile();
    return file == null || file.toString().isBlank() ? null : decode(content(file));
  }

  private static byte[] key(MasterKeyProperties properties) {
    var key = properties.masterKey();
    if (key != null && !key.isBlank()) {
      return decode(key);
    }
    var file = properties.masterKeyFile();
    if (file == null || file.toString().isBlank()) {
      throw new Misconfiguration(
          "Auth needs a master key: set LIFEOS_MASTER_KEY to Base64 of 32 random bytes"
              + " (openssl rand -base64 32), or LIFEOS_MASTER_KEY_FILE to a file for it.",
          null);
    }
    return decode(read(file));
  }

  private static byte[] decode(String base64) {
    try {
      var key = Base64.getDecoder().decode(base64.strip());
      if (key.length == BYTES) {
        return key;
      }
    } catch (IllegalArgumentException notBase64) {
      // The same answer as for a wrong length, and nothing of the key in it.
    }
    throw new Misconfiguration("The master key must be Base64 of 32 bytes.", null);
  }

  private static String read(Path file) {
    try {
      create(file);
      return Files.readString(file);
    } catch (IOException failure) {
      throw new Misconfiguration("LIFEOS_MASTER_KEY_FILE cannot be read or made: " + file, failure);
    }
  }

  private static String content(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failure) {
      throw new Misconfiguration(
          "LIFEOS_MASTER_KEY_PREVIOUS_FILE cannot be read: " + file, failure);
    }
  }

  // Linked when it is complete, so that another replica never reads half a key.
  private static void create(Path file) throws IOException {
    if (Files.exists(file)) {
      return;
    }
    var folder = Files.createDirectories(file.toAbsolutePath().getParent());
    var complete = Files.createTempFile(folder, "master", ".key", OWNER_ONLY);
    try {
      var key = KeyGenerators.secureRandom(BYTES).generateKey();
      Files.writeString(complete, Base64.getEncoder().encodeToString(key));
      Files.createLink(file, complete);
    } catch (FileAlreadyExistsException otherReplica) {
      // It has made the key that both use.
    } finally {
      Files.delete(complete);
    }
  }
}
