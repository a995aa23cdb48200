package dev.lifeos.auth.session;

import dev.lifeos.auth.account.AuthErrorCode;
import dev.lifeos.starter.access.Caller;
import dev.lifeos.starter.error.InvalidInput;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Guards what a stolen access token, or a device left open, must not do. */
@Component
public class StepUp {

  /** How long a person who has shown that it is them is believed. */
  public static final Duration FRESH = Duration.ofMinutes(10);

  private final SessionWrites sessions;

  StepUp(SessionWrites sessions) {
    this.sessions = sessions;
  }

  /**
   * Lets those through who logged in, or stepped up, a short while ago, in a session that has not
   * ended.
   *
   * @throws InvalidInput {@code STEP_UP_REQUIRED}
   */
  public void require(Caller caller) {
    var session = caller.sessionId();
    if (session == null || !sessions.isFresh(UUID.fromString(session), caller.personId(), FRESH)) {
      throw InvalidInput.of(
          AuthErrorCode.STEP_UP_REQUIRED, "Show first that it is you, by `stepUp`.", "input");
    }
  }

  /** The person of the caller's session has shown now that it is them. */
  public void done(Caller caller) {
    if (caller.sessionId() != null) {
      sessions.authenticated(UUID.fromString(caller.sessionId()));
    }
  }
}
