package dev.lifeos.auth.key;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import org.springframework.stereotype.Component;

/**
 * Seals secrets that must not lie open in the database: AES-256-GCM as JWE (RFC 7516), under a data
 * key.
 */
@Component
public class Vault {

  private static final String CONTEXT = "ctx";

  private final DataKeys keys;

  Vault(DataKeys keys) {
    this.keys = keys;
  }

  /**
   * Seals a secret.
   *
   * @param context what the secret is and whose, e.g. {@code totp:ID}; a row's secret in another
   *     row does not open
   */
  public Sealed seal(String plain, String context) {
    var key = keys.current();
    var header =
        new JWEHeader.Builder(JWEAlgorithm.DIR, EncryptionMethod.A256GCM)
            .keyID(key.id())
            .customParam(CONTEXT, context)
            .build();
    try {
      var jwe = new JWEObject(header, new Payload(plain));
      jwe.encrypt(new DirectEncrypter(key.bytes()));
      return new Sealed(key.id(), jwe.serialize().getBytes(StandardCharsets.US_ASCII));
    } catch (JOSEException missing) {
      throw new IllegalStateException("A secret could not be sealed.", missing);
    }
  }

  /**
   * Opens a secret.
   *
   * @throws IllegalStateException where it was sealed in another context, changed, or its key is
   *     gone
   */
  public String open(Sealed sealed, String context) {
    try {
      var jwe = JWEObject.parse(new String(sealed.bytes(), StandardCharsets.US_ASCII));
      if (!context.equals(jwe.getHeader().getCustomParam(CONTEXT))) {
        throw new IllegalStateException("A secret was sealed in another context.");
      }
      var key =
          keys.find(sealed.keyId())
              .orElseThrow(() -> new IllegalStateException("There is no key " + sealed.keyId()));
      jwe.decrypt(new DirectDecrypter(key.bytes()));
      return jwe.getPayload().toString();
    } catch (ParseException | JOSEException changed) {
      throw new IllegalStateException("A secret does not open.", changed);
    }
  }
}
