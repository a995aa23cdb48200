package dev.lifeos.auth.key;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import javax.crypto.spec.SecretKeySpec;
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

  private final String id;
  private final BytesEncryptor encryptor;

  MasterKey(MasterKeyProperties properties) {
    var key = key(properties);
    id = HexFormat.of().formatHex(Digests.sha256(key), 0, 8);
    encryptor =
        new AesBytesEncryptor(
            new SecretKeySpec(key, "AES"),
            KeyGenerators.secureRandom(IV_BYTES),
            CipherAlgorithm.GCM);
  }

  /** Tells this key from others, and says nothing of it. */
  String id() {
    return id;
  }

  byte[] encrypt(byte[] plain) {
    return encryptor.encrypt(plain);
  }

  byte[] decrypt(byte[] encrypted) {
    return encryptor.decrypt(encrypted);
  }

  private static byte[] key(MasterKeyProperties properties) {
    if (properties.masterKey() != null) {
      return decode(properties.masterKey());
    }
    if (properties.masterKeyFile() == null) {
      throw new IllegalStateException(
          "Auth needs a master key: set LIFEOS_MASTER_KEY to Base64 of 32 random bytes"
              + " (openssl rand -base64 32), or LIFEOS_MASTER_KEY_FILE to a file for it.");
    }
    return decode(read(properties.masterKeyFile()));
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
    throw new IllegalStateException("The master key must be Base64 of 32 bytes.");
  }

  private static String read(Path file) {
    try {
      create(file);
      return Files.readString(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void create(Path file) throws IOException {
    if (Files.exists(file)) {
      return;
    }
    var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    var options = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (var channel = Files.newByteChannel(file, options, owner)) {
      var key = Base64.getEncoder().encode(KeyGenerators.secureRandom(BYTES).generateKey());
      channel.write(java.nio.ByteBuffer.wrap(key));
    } catch (FileAlreadyExistsException otherReplica) {
      // It has made the key that both use.
    }
  }
}
