package dev.lifeos.auth.admin;

import dev.lifeos.auth.account.People;
import dev.lifeos.auth.account.UserAccount;
import dev.lifeos.auth.audit.SecurityEventType;
import dev.lifeos.auth.device.Device;
import dev.lifeos.auth.mail.MailKind;
import dev.lifeos.auth.mail.Notices;
import dev.lifeos.auth.oversight.AdminAction;
import dev.lifeos.auth.oversight.AdminAudit;
import dev.lifeos.auth.session.Sessions;
import dev.lifeos.auth.session.StepUp;
import dev.lifeos.starter.access.Caller;
import dev.lifeos.starter.access.Role;
import dev.lifeos.starter.error.InvalidInput;
import dev.lifeos.starter.error.UserErrorCode;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes administrators, and people of them again. */
@Service
class Roles {

  private final StepUp stepUp;
  private final Administrators administrators;
  private final AccountRows accounts;
  private final Sessions sessions;
  private final People people;
  private final Notices notices;
  private final AdminAudit audit;

  Roles(
      StepUp stepUp,
      Administrators administrators,
      AccountRows accounts,
      Sessions sessions,
      People people,
      Notices notices,
      AdminAudit audit) {
    this.stepUp = stepUp;
    this.administrators = administrators;
    this.accounts = accounts;
    this.sessions = sessions;
    this.people = people;
    this.notices = notices;
    this.audit = audit;
  }

  @Transactional
  UserAccount grant(UUID person, Role role, Caller caller, Device device) {
    var account = account(person, role, caller);
    if (!accounts.setAdministrator(person, true)) {
      return account;
    }
    tell(person, "You were made an administrator");
    audit.toPerson(
        caller, device, person, AdminAction.ROLE_GRANTED, SecurityEventType.ROLE_GRANTED, what());
    return accounts.hold(person).orElseThrow();
  }

  @Transactional
  UserAccount revoke(UUID person, Role role, Caller caller, Device device) {
    var account = account(person, role, caller);
    administrators.requireAnother(person);
    if (!accounts.setAdministrator(person, false)) {
      return account;
    }
    sessions.endAll(person, null);
    tell(person, "The role of an administrator was taken from you");
    audit.toPerson(
        caller, device, person, AdminAction.ROLE_REVOKED, SecurityEventType.ROLE_REVOKED, what());
    return accounts.hold(person).orElseThrow();
  }

  private UserAccount account(UUID person, Role role, Caller caller) {
    stepUp.require(caller);
    administrators.requireStill(caller);
    if (role != Role.ADMIN) {
      throw InvalidInput.of(
          UserErrorCode.NOT_ALLOWED, "Everybody is a user, and stays one.", "input", "role");
    }
    return accounts.hold(person).orElseThrow(Roles::nobody);
  }

  // From where the administrator did it is none of the person's business.
  private void tell(UUID person, String what) {
    var user = people.find(person).orElseThrow();
    notices.send(MailKind.ROLE_CHANGED, user.email(), user.timeZone(), Device.UNKNOWN, what);
  }

  private static Map<String, String> what() {
    return Map.of("role", Role.ADMIN.name());
  }

  static InvalidInput nobody() {
    return InvalidInput.of(
        UserErrorCode.NOT_FOUND, "There is nobody with this id.", "input", "userId");
  }
}
