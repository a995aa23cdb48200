package dev.lifeos.auth.google;

import dev.lifeos.auth.account.User;
import dev.lifeos.auth.audit.SecurityEventType;
import dev.lifeos.auth.audit.SecurityLog;
import dev.lifeos.auth.device.Device;
import dev.lifeos.auth.mail.MailKind;
import dev.lifeos.auth.mail.Notices;
import dev.lifeos.auth.session.WaysIn;
import dev.lifeos.starter.error.InvalidInput;
import dev.lifeos.starter.error.UserErrorCode;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Links and unlinks ways to log in. */
@Service
class Linking {

  static final int MOST = 5;

  private final Identities identities;
  private final WaysIn waysIn;
  private final SecurityLog log;
  private final Notices notices;

  Linking(Identities identities, WaysIn waysIn, SecurityLog log, Notices notices) {
    this.identities = identities;
    this.waysIn = waysIn;
    this.log = log;
    this.notices = notices;
  }

  /** Again changes nothing. */
  @Transactional
  public ExternalIdentity link(User user, GoogleProfile google, Device device) {
    waysIn.lock(user.id());
    var found = identities.find(google);
    if (found.isPresent()) {
      return found.filter(one -> one.accountId().equals(user.id())).orElseThrow(Linking::taken);
    }
    if (identities.count(user.id()) >= MOST) {
      throw InvalidInput.of(
          UserErrorCode.TOO_MANY, "At most five accounts can be linked.", "input", "code");
    }
    var linked = identities.add(user.id(), google).orElseThrow(Linking::taken);
    tell(user, "The Google account " + linked.email() + " was linked", device);
    log.record(user.id(), SecurityEventType.IDENTITY_LINKED, device, facts(linked));
    return linked;
  }

  /** Throws where it is the last way in. */
  @Transactional
  public void unlink(User user, UUID identity, Device device) {
    waysIn.lock(user.id());
    var email =
        identities
            .remove(identity, user.id())
            .orElseThrow(() ->
                InvalidInput.of(
                    UserErrorCode.NOT_FOUND, "There is no such account linked.", "input", "id"));
    waysIn.requireOne(user.id());
    tell(user, "The Google account " + email + " was unlinked", device);
    log.record(
        user.id(),
        SecurityEventType.IDENTITY_UNLINKED,
        device,
        Map.of("provider", OAuthProvider.GOOGLE.name(), "identity", identity.toString()));
  }

  static Map<String, String> facts(ExternalIdentity identity) {
    return Map.of("provider", identity.provider().name(), "identity", identity.id().toString());
  }

  private void tell(User user, String what, Device device) {
    notices.send(MailKind.IDENTITY_CHANGED, user.email(), user.timeZone(), device, what);
  }

  private static InvalidInput taken() {
    return InvalidInput.of(
        UserErrorCode.ALREADY_EXISTS,
        "This Google account belongs to another account here.",
        "input",
        "code");
  }
}
