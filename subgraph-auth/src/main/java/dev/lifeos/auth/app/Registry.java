package dev.lifeos.auth.app;

import dev.lifeos.auth.audit.SecurityEventType;
import dev.lifeos.auth.device.Device;
import dev.lifeos.auth.oversight.AdminAction;
import dev.lifeos.auth.oversight.AdminAudit;
import dev.lifeos.auth.session.StepUp;
import dev.lifeos.starter.access.Caller;
import dev.lifeos.starter.error.InvalidInput;
import dev.lifeos.starter.error.UserErrorCode;
import dev.lifeos.starter.ids.Ids;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What administrators do with apps. */
@Service
class Registry {

  private final StepUp stepUp;
  private final Apps apps;
  private final AppAccess access;
  private final AdminAudit audit;
  private final Clock clock;

  Registry(StepUp stepUp, Apps apps, AppAccess access, AdminAudit audit, Clock clock) {
    this.stepUp = stepUp;
    this.apps = apps;
    this.access = access;
    this.audit = audit;
    this.clock = clock;
  }

  @Transactional
  RegisterAppPayload register(RegisterAppInput input, Caller caller, Device device) {
    stepUp.require(caller);
    var app =
        new App(
            Ids.next(),
            input.name().strip(),
            input.homepage(),
            input.kind(),
            RedirectUris.valid(input.redirectUris()),
            AppScope.set(input.scopes()),
            clock.instant());
    var secret = app.kind() == AppKind.PUBLIC ? null : Secret.fresh();
    apps.insert(app, secret);
    audit.toNobody(
        caller, device, AdminAction.APP_REGISTERED, SecurityEventType.APP_REGISTERED, says(app));
    return new RegisterAppPayload(app, secret == null ? null : secret.value(), List.of());
  }

  @Transactional
  Secret renewSecret(UUID client, Caller caller, Device device) {
    stepUp.require(caller);
    var app = find(client);
    var secret = Secret.fresh();
    if (!apps.renew(client, secret)) {
      throw InvalidInput.of(
          UserErrorCode.NOT_ALLOWED, "A public app has no secret.", "input", "clientId");
    }
    audit.toNobody(
        caller,
        device,
        AdminAction.APP_SECRET_RENEWED,
        SecurityEventType.APP_REGISTERED,
        says(app) + ", another secret");
    return secret;
  }

  @Transactional
  void remove(UUID client, Caller caller, Device device) {
    stepUp.require(caller);
    var app = find(client);
    if (!apps.remove(client, clock.instant())) {
      throw unknown();
    }
    access.endEverywhere(client);
    audit.toNobody(
        caller, device, AdminAction.APP_REMOVED, SecurityEventType.APP_REMOVED, says(app));
  }

  App find(UUID client) {
    return apps.find(client).orElseThrow(Registry::unknown);
  }

  private static InvalidInput unknown() {
    return InvalidInput.of(UserErrorCode.NOT_FOUND, "There is no such app.", "input", "clientId");
  }

  private static String says(App app) {
    return app.name() + " (" + app.clientId() + ")";
  }
}
