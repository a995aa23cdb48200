package dev.lifeos.auth.data;

import dev.lifeos.auth.account.People;
import dev.lifeos.auth.account.User;
import dev.lifeos.auth.audit.SecurityEventType;
import dev.lifeos.auth.audit.SecurityLog;
import dev.lifeos.auth.device.Device;
import dev.lifeos.auth.session.Sessions;
import dev.lifeos.auth.session.StepUp;
import dev.lifeos.starter.access.Caller;
import dev.lifeos.starter.error.ErrorCode;
import dev.lifeos.starter.error.Fault;
import dev.lifeos.starter.error.InvalidInput;
import dev.lifeos.starter.error.UserErrorCode;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Schedules the deletion of accounts, and calls it off. */
@Service
class Deletions {

  private final DeletionRows rows;
  private final DeletionProperties properties;
  private final DataMails mails;
  private final StepUp stepUp;
  private final Sessions sessions;
  private final People people;
  private final List<AccountDeletionListener> listeners;
  private final SecurityLog log;
  private final Clock clock;

  Deletions(
      DeletionRows rows,
      DeletionProperties properties,
      DataMails mails,
      StepUp stepUp,
      Sessions sessions,
      People people,
      List<AccountDeletionListener> listeners,
      SecurityLog log,
      Clock clock) {
    this.rows = rows;
    this.properties = properties;
    this.mails = mails;
    this.stepUp = stepUp;
    this.sessions = sessions;
    this.people = people;
    this.listeners = List.copyOf(listeners);
    this.log = log;
    this.clock = clock;
  }

  /** Schedules it, and tells for when. */
  @Transactional
  Instant request(Caller caller, String email, Device device) {
    stepUp.require(caller);
    var user = user(caller);
    if (!People.normal(email).equals(user.email())) {
      throw InvalidInput.of(
          UserErrorCode.INVALID, "This is not the account's address.", "input", "email");
    }
    listeners.forEach(listener -> listener.deletionRequested(user.id()));
    // As precise as it is kept, so that the answer names the time that is found later.
    var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    if (rows.schedule(user.id(), now, now.plus(properties.grace()))) {
      endOthers(caller);
      mails.deletionRequested(user, now.plus(properties.grace()));
      log.record(user.id(), SecurityEventType.DELETION_REQUESTED, device, Map.of());
    }
    return Objects.requireNonNull(rows.of(Set.of(user.id())).get(user.id()));
  }

  /**
   * Calls it off.
   *
   * @param due for when it is scheduled; null for whenever it is
   */
  @Transactional
  User cancel(Caller caller, @Nullable Instant due, Device device) {
    var user = user(caller);
    var cancelled = rows.cancel(user.id());
    if (cancelled.isEmpty()) {
      return user;
    }
    if (due != null && !due.equals(cancelled.get())) {
      throw InvalidInput.of(
          UserErrorCode.CONFLICT,
          "It is scheduled for another time.",
          "input",
          "deletionScheduledAt");
    }
    mails.deletionCancelled(user);
    log.record(user.id(), SecurityEventType.DELETION_CANCELLED, device, Map.of());
    return user;
  }

  // Whoever asked is the one who showed that it is them; what else is open somewhere need not stay
  // so.
  private void endOthers(Caller caller) {
    var session = caller.sessionId();
    sessions.endAll(caller.personId(), session == null ? null : UUID.fromString(session));
  }

  private User user(Caller caller) {
    return people
        .find(caller.personId())
        .orElseThrow(() -> new Fault(ErrorCode.NOT_FOUND, "This account does not exist."));
  }
}
