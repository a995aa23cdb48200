package dev.lifeos.auth.google;

import java.util.UUID;

/** Somebody's account at the fake Google. */
public record GoogleAccount(String subject, String email, boolean emailVerified, String name) {

  /** Somebody new, whose address Google vouches for. */
  public static GoogleAccount fresh() {
    return of(UUID.randomUUID() + "@example.org");
  }

  /** Somebody new with that address. */
  public static GoogleAccount of(String email) {
    return new GoogleAccount("sub-" + UUID.randomUUID(), email, true, "Gwen Example");
  }

  /** The same, but Google does not vouch for the address. */
  public GoogleAccount unverified() {
    return new GoogleAccount(subject, email, false, name);
  }
}
