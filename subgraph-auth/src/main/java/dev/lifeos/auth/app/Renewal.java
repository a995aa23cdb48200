package dev.lifeos.auth.app;

import dev.lifeos.auth.account.People;
import dev.lifeos.auth.app.AppTokenFamilies.Used;
import dev.lifeos.auth.audit.SecurityEventType;
import dev.lifeos.auth.audit.SecurityLog;
import dev.lifeos.auth.device.Device;
import dev.lifeos.auth.session.LoginGates;
import dev.lifeos.starter.error.InvalidInput;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** Renews the tokens of apps. */
@Service
class Renewal {

  private static final Logger LOG = LoggerFactory.getLogger(Renewal.class);

  private final Clients clients;
  private final AppTokenFamilies families;
  private final AppSessions sessions;
  private final AppAccess access;
  private final People people;
  private final LoginGates gates;
  private final SecurityLog log;
  private final TransactionTemplate transaction;

  Renewal(
      Clients clients,
      AppTokenFamilies families,
      AppSessions sessions,
      AppAccess access,
      People people,
      LoginGates gates,
      SecurityLog log,
      TransactionTemplate transaction) {
    this.clients = clients;
    this.families = families;
    this.sessions = sessions;
    this.access = access;
    this.people = people;
    this.gates = gates;
    this.log = log;
    this.transaction = transaction;
  }

  AppTokens renew(RefreshAppTokenInput input, Device device) {
    var app = clients.authenticated(input.clientId(), input.clientSecret(), device);
    var token = new Secret(input.refreshToken());
    return rotated(token, app.clientId(), input)
        .or(() -> repeated(token, app.clientId(), input))
        .orElseThrow(() -> {
          transaction.executeWithoutResult(status -> endReused(token, app));
          return InvalidInput.of(
              AppErrorCode.INVALID_TOKEN, "Ask the person again.", "input", "refreshToken");
        });
  }

  private Optional<AppTokens> rotated(Secret token, UUID client, RefreshAppTokenInput input) {
    var renewed = transaction.execute(status -> rotate(token, client, input, status));
    return renewed == null ? Optional.empty() : renewed;
  }

  private Optional<AppTokens> rotate(
      Secret token, UUID client, RefreshAppTokenInput input, TransactionStatus status) {
    var renewed = families.use(token, client).flatMap(used -> follow(token, used, client, input));
    if (renewed.isEmpty()) {
      status.setRollbackOnly();
    }
    return renewed;
  }

  private Optional<AppTokens> follow(
      Secret token, Used used, UUID client, RefreshAppTokenInput input) {
    gates.admit(used.account());
    return families
        .follow(token, used, sessions.expiry())
        .flatMap(successor -> tokens(used, client, successor, input));
  }

  private Optional<AppTokens> repeated(Secret token, UUID client, RefreshAppTokenInput input) {
    return families
        .repeated(token, client)
        .flatMap(used -> tokens(used, client, used.successorOf(token), input));
  }

  private Optional<AppTokens> tokens(
      Used used, UUID client, Secret successor, RefreshAppTokenInput input) {
    var scopes = narrowed(used.scopes(), input);
    return people
        .find(used.account())
        .map(user -> sessions.tokens(user, used.session(), client, scopes, successor));
  }

  private static Set<AppScope> narrowed(Set<AppScope> allowed, RefreshAppTokenInput input) {
    if (input.scopes() == null) {
      return allowed;
    }
    var scopes = AppScope.set(input.scopes());
    if (!allowed.containsAll(scopes)) {
      throw InvalidInput.of(
          AppErrorCode.SCOPE_NOT_ALLOWED, "The person did not allow this.", "input", "scopes");
    }
    return scopes;
  }

  private void endReused(Secret token, App app) {
    families
        .reused(token, app.clientId())
        .flatMap(access::end)
        .ifPresent(account -> {
          LOG.warn("A refresh token of an app was used twice: its session is ended");
          log.record(account, SecurityEventType.REFRESH_TOKEN_REUSED, Map.of("app", app.name()));
        });
  }
}
