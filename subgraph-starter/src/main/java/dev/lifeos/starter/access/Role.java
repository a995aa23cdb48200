package dev.lifeos.starter.access;

/** What a token's bearer is, from the token's {@code roles} claim. */
public enum Role {
  /** A person. */
  USER,
  /** A person who runs the platform. */
  ADMIN,
  /** A service of the platform. */
  SERVICE
}
