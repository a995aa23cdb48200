package dev.lifeos.auth.admin;

import dev.lifeos.auth.account.UserAccount;
import dev.lifeos.auth.audit.SecurityEventType;
import dev.lifeos.auth.device.Device;
import dev.lifeos.auth.oversight.AccountLock;
import dev.lifeos.auth.oversight.AccountLocks;
import dev.lifeos.auth.oversight.AdminAction;
import dev.lifeos.auth.oversight.AdminAudit;
import dev.lifeos.auth.session.Sessions;
import dev.lifeos.auth.session.StepUp;
import dev.lifeos.starter.access.Caller;
import dev.lifeos.starter.error.InvalidInput;
import dev.lifeos.starter.error.UserErrorCode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps people out for a time. */
@Service
class Locking {

  private static final Duration LONGEST = Duration.ofDays(366);

  private final StepUp stepUp;
  private final Administrators administrators;
  private final AccountRows accounts;
  private final AccountLocks locks;
  private final Sessions sessions;
  private final AdminAudit audit;
  private final Clock clock;

  Locking(
      StepUp stepUp,
      Administrators administrators,
      AccountRows accounts,
      AccountLocks locks,
      Sessions sessions,
      AdminAudit audit,
      Clock clock) {
    this.stepUp = stepUp;
    this.administrators = administrators;
    this.accounts = accounts;
    this.locks = locks;
    this.sessions = sessions;
    this.audit = audit;
    this.clock = clock;
  }

  @Transactional
  UserAccount lock(LockAccountInput input, Caller caller, Device device) {
    var now = clock.instant();
    requireSensible(input, caller, now);
    var account = account(input.userId(), caller);
    var reason = input.reason().strip();
    locks.put(new AccountLock(account.id(), input.until(), reason, caller.personId(), now));
    sessions.endAll(account.id(), null);
    audit.toPerson(
        caller,
        device,
        account.id(),
        AdminAction.LOCKED,
        SecurityEventType.ACCOUNT_LOCKED,
        Map.of("until", input.until().toString(), "reason", reason));
    return account;
  }

  @Transactional
  UserAccount unlock(UUID person, Caller caller, Device device) {
    var account = account(person, caller);
    if (locks.take(person)) {
      audit.toPerson(
          caller,
          device,
          person,
          AdminAction.UNLOCKED,
          SecurityEventType.ACCOUNT_UNLOCKED,
          Map.of());
    }
    return account;
  }

  @Transactional
  UserAccount endSessions(UUID person, Caller caller, Device device) {
    var account = account(person, caller);
    sessions.endAll(person, null);
    audit.toPerson(
        caller,
        device,
        person,
        AdminAction.SESSIONS_ENDED,
        SecurityEventType.SESSION_REVOKED,
        Map.of("which", "all"));
    return account;
  }

  private UserAccount account(UUID person, Caller caller) {
    stepUp.require(caller);
    administrators.requireStill(caller);
    return accounts.hold(person).orElseThrow(Roles::nobody);
  }

  // Nobody locks themselves out: so whoever locks is left to run the platform.
  private static void requireSensible(LockAccountInput input, Caller caller, Instant now) {
    if (caller.is(input.userId())) {
      throw InvalidInput.of(
          UserErrorCode.NOT_ALLOWED, "This is your own account.", "input", "userId");
    }
    if (!input.until().isAfter(now) || input.until().isAfter(now.plus(LONGEST))) {
      throw InvalidInput.of(
          UserErrorCode.OUT_OF_RANGE, "A lock ends within a year from now.", "input", "until");
    }
  }
}
