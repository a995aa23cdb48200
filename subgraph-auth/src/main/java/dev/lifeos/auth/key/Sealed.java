package dev.lifeos.auth.key;

/**
 * A secret as it lies in a row.
 *
 * @param keyId the data key that opens it
 * @param bytes what {@link Vault} made of it
 */
@SuppressWarnings("ArrayRecordComponent") // Goes from and to a column, never compared.
public record Sealed(String keyId, byte[] bytes) {

  /** Nothing of a secret gets into a log. */
  @Override
  public String toString() {
    return "Sealed[" + keyId + "]";
  }
}
