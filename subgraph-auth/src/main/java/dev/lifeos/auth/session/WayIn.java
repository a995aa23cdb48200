package dev.lifeos.auth.session;

import java.util.UUID;

/**
 * A kind of way into an account: a password, a linked identity, passkeys. There is a bean for each
 * kind; a person must always have one way left.
 */
public interface WayIn {

  /** How many ways of this kind the person has. */
  int count(UUID account);
}
