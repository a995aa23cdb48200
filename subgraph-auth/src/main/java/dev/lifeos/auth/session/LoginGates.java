package dev.lifeos.auth.session;

import dev.lifeos.auth.account.User;
import dev.lifeos.starter.error.InvalidInput;
import dev.lifeos.starter.error.UserErrorCode;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Sees to it that who is let in may be in. */
@Component
public class LoginGates {

  private final ObjectProvider<LoginGate> gates;
  private final SessionWrites writes;

  LoginGates(ObjectProvider<LoginGate> gates, SessionWrites writes) {
    this.gates = gates;
    this.writes = writes;
  }

  /**
   * Lets the person in where each gate does.
   *
   * @throws InvalidInput of the first that does not
   */
  public void admit(UUID account) {
    gates.orderedStream().forEach(gate -> gate.admit(account));
  }

  /**
   * For a session that starts in the caller's transaction: whoever ends all sessions of the person
   * at this moment, by another password or a lock, comes before it or after it.
   *
   * @throws InvalidInput {@code CONFLICT} where all were ended since the user was read: what they
   *     have shown may not count any more
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void hold(User user) {
    if (!writes.holdUnlessEnded(user)) {
      throw InvalidInput.of(
          UserErrorCode.CONFLICT, "All sessions were ended just now: log in again.", "input");
    }
  }
}
