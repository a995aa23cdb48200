package dev.lifeos.auth.password;

import dev.lifeos.auth.account.People;
import dev.lifeos.auth.account.User;
import dev.lifeos.auth.audit.SecurityEventType;
import dev.lifeos.auth.audit.SecurityLog;
import dev.lifeos.auth.device.Device;
import dev.lifeos.auth.mail.MailKind;
import dev.lifeos.auth.mail.Notices;
import dev.lifeos.auth.session.LoginMethod;
import dev.lifeos.auth.session.SessionTokens;
import dev.lifeos.auth.session.Sessions;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a changed password brings with it: every session ends, and the person is told. */
@Component
class PasswordChanges {

  private final People people;
  private final Sessions sessions;
  private final Notices notices;
  private final SecurityLog log;

  PasswordChanges(People people, Sessions sessions, Notices notices, SecurityLog log) {
    this.people = people;
    this.sessions = sessions;
    this.notices = notices;
    this.log = log;
  }

  /**
   * Sets a password that was forgotten.
   *
   * @param permit uses up what allows it, or throws
   */
  @Transactional
  public void reset(User user, String hash, Device device, Runnable permit) {
    permit.run();
    change(user, hash, device, "Your password was set anew by a link from a mail");
    log.record(user.id(), SecurityEventType.PASSWORD_RESET, device, Map.of());
  }

  /** Changes the password of somebody who is logged in, and gives them a new session. */
  @Transactional
  public SessionTokens change(User user, String hash, Device device) {
    change(user, hash, device, "Your password was changed");
    log.record(user.id(), SecurityEventType.PASSWORD_CHANGED, device, Map.of());
    return sessions.start(user, device, LoginMethod.PASSWORD);
  }

  private void change(User user, String hash, Device device, String what) {
    people.setPassword(user.id(), hash);
    sessions.endAll(user.id(), null);
    notices.send(MailKind.PASSWORD_CHANGED, user.email(), user.timeZone(), device, what);
  }
}
