package dev.lifeos.notification.live;

import dev.lifeos.starter.access.Caller;
import dev.lifeos.starter.error.ErrorCode;
import dev.lifeos.starter.error.Fault;
import dev.lifeos.starter.session.EndedSessions;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** When a caller may listen no longer. */
@Component
class Ends {

  private final EndedSessions sessions;
  private final Clock clock;

  Ends(EndedSessions sessions, Clock clock) {
    this.sessions = sessions;
    this.clock = clock;
  }

  /** Fails when the caller's token ends, or the session does before it. */
  Mono<Void> of(Caller caller) {
    return Mono.firstWithSignal(ofToken(caller), ofSession(caller));
  }

  private Mono<Void> ofToken(Caller caller) {
    var left = Duration.between(clock.instant(), Objects.requireNonNull(caller.expiresAt()));
    return Mono.delay(left.isNegative() ? Duration.ZERO : left)
        .then(refusal("The access token has expired: subscribe again with a new one."));
  }

  private Mono<Void> ofSession(Caller caller) {
    return sessions.end(caller.sessionId()).then(refusal("The session has ended: log in again."));
  }

  private static Mono<Void> refusal(String message) {
    return Mono.error(() -> new Fault(ErrorCode.UNAUTHENTICATED, message));
  }
}
