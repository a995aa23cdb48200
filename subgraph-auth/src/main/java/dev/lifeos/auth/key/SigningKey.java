package dev.lifeos.auth.key;

import com.nimbusds.jose.jwk.ECKey;
import java.time.Instant;

/**
 * A key that signs access tokens.
 *
 * @param signsFrom when it takes over from the one before; it is published earlier
 */
record SigningKey(ECKey key, Instant signsFrom) {

  String id() {
    return key.getKeyID();
  }

  /** Nothing of a key gets into a log. */
  @Override
  public String toString() {
    return "SigningKey[" + id() + "]";
  }
}
