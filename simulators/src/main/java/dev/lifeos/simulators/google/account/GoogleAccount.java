package dev.lifeos.simulators.google.account;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * An account at Google.
 *
 * @param sub its number, which stays when the address changes
 * @param email the address
 * @param name the whole name
 * @param emailVerified whether Google knows that the address is theirs
 */
public record GoogleAccount(String sub, String email, String name, boolean emailVerified) {
  private static final BigInteger TWENTY_DIGITS = BigInteger.TEN.pow(20);

  // The number follows from the address, so that it is the same after a restart.
  static GoogleAccount of(String email, String name) {
    BigInteger number = new BigInteger(1, sha256(email)).mod(TWENTY_DIGITS);
    return new GoogleAccount("1%020d".formatted(number), email, name, true);
  }

  GoogleAccount named(String other) {
    return new GoogleAccount(sub, email, other, emailVerified);
  }

  GoogleAccount verified(boolean is) {
    return new GoogleAccount(sub, email, name, is);
  }

  /** The name up to its last word. */
  public String givenName() {
    int space = name.lastIndexOf(' ');
    return space < 0 ? name : name.substring(0, space);
  }

  /** The last word of the name, if there are several. */
  public String familyName() {
    int space = name.lastIndexOf(' ');
    return space < 0 ? "" : name.substring(space + 1);
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
