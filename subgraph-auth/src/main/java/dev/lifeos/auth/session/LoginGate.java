package dev.lifeos.auth.session;

import dev.lifeos.starter.error.InvalidInput;
import java.util.UUID;

/** What keeps a person out for some time, though they have shown who they are. */
public interface LoginGate {

  /**
   * Lets the person in to log in or to renew a session.
   *
   * @throws InvalidInput where they may not just now
   */
  void admit(UUID account);
}
