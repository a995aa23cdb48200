package dev.lifeos.auth.app;

import dev.lifeos.auth.account.People;
import dev.lifeos.auth.audit.SecurityEventType;
import dev.lifeos.auth.audit.SecurityLog;
import dev.lifeos.auth.device.Device;
import dev.lifeos.auth.mail.MailKind;
import dev.lifeos.auth.mail.Notices;
import dev.lifeos.starter.access.Caller;
import dev.lifeos.starter.error.ErrorCode;
import dev.lifeos.starter.error.Fault;
import dev.lifeos.starter.error.InvalidInput;
import dev.lifeos.starter.error.UserErrorCode;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people allow apps, decline and take back. */
@Service
class Consents {

  private static final String APP = "app";

  private final Registry registry;
  private final Codes codes;
  private final AppAccess access;
  private final People people;
  private final Notices notices;
  private final SecurityLog log;

  Consents(
      Registry registry,
      Codes codes,
      AppAccess access,
      People people,
      Notices notices,
      SecurityLog log) {
    this.registry = registry;
    this.codes = codes;
    this.access = access;
    this.people = people;
    this.notices = notices;
    this.log = log;
  }

  /** The code for the app. */
  @Transactional
  Secret allow(AuthorizeAppInput input, Caller caller, Device device) {
    var app = appAt(input.clientId(), input.redirectUri());
    var scopes = AppScope.set(input.scopes());
    requireAllowed(scopes, app, caller);
    var code = Secret.fresh();
    var consent =
        new Consent(
            app.clientId(),
            caller.personId(),
            UUID.fromString(String.valueOf(caller.sessionId())),
            input.redirectUri(),
            scopes,
            input.codeChallenge());
    if (!codes.add(code, consent)) {
      throw new Fault(ErrorCode.UNAUTHENTICATED, "This session has ended: log in again.");
    }
    tell(app, scopes, caller.personId(), device);
    return code;
  }

  /** Lets through whom the app may have sent back to that address. */
  void requireRegistered(UUID client, String redirectUri) {
    appAt(client, redirectUri);
  }

  @Transactional
  void takeBack(UUID client, Caller caller, Device device) {
    var person = caller.personId();
    if (!access.end(person, client)) {
      throw InvalidInput.of(UserErrorCode.NOT_FOUND, "This app has no access.", "input", "id");
    }
    var name = registry.find(client).name();
    log.record(person, SecurityEventType.APP_REVOKED, device, Map.of(APP, name));
  }

  // To the letter: whoever reads addresses more cleverly is led astray by them.
  private App appAt(UUID client, String redirectUri) {
    var app = registry.find(client);
    if (!app.redirectUris().contains(redirectUri)) {
      throw InvalidInput.of(
          AppErrorCode.REDIRECT_NOT_REGISTERED,
          "This address is not registered for the app.",
          "input",
          "redirectUri");
    }
    return app;
  }

  private static void requireAllowed(Set<AppScope> scopes, App app, Caller caller) {
    for (var scope : scopes) {
      if (!app.scopes().contains(scope) || !caller.scopes().contains(scope.value())) {
        throw InvalidInput.of(
            AppErrorCode.SCOPE_NOT_ALLOWED,
            "The app may not ask for `" + scope.value() + "`.",
            "input",
            "scopes");
      }
    }
  }

  private void tell(App app, Set<AppScope> scopes, UUID person, Device device) {
    var user = people.find(person).orElseThrow();
    notices.send(
        MailKind.APP_AUTHORIZED,
        user.email(),
        user.timeZone(),
        device,
        "The app " + app.name() + " was let into your account");
    log.record(
        person,
        SecurityEventType.APP_AUTHORIZED,
        device,
        Map.of(APP, app.name(), "scopes", String.join(" ", AppScope.values(scopes))));
  }
}
