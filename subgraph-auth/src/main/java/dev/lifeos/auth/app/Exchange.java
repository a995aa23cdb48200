package dev.lifeos.auth.app;

import dev.lifeos.auth.account.People;
import dev.lifeos.auth.account.User;
import dev.lifeos.auth.audit.SecurityEventType;
import dev.lifeos.auth.audit.SecurityLog;
import dev.lifeos.auth.device.Device;
import dev.lifeos.auth.session.LoginGates;
import dev.lifeos.starter.error.InvalidInput;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives apps tokens for their codes. */
@Service
class Exchange {

  private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);

  private final Clients clients;
  private final Codes codes;
  private final AppSessions sessions;
  private final AppAccess access;
  private final People people;
  private final LoginGates gates;
  private final SecurityLog log;
  private final TransactionTemplate transaction;

  Exchange(
      Clients clients,
      Codes codes,
      AppSessions sessions,
      AppAccess access,
      People people,
      LoginGates gates,
      SecurityLog log,
      TransactionTemplate transaction) {
    this.clients = clients;
    this.codes = codes;
    this.sessions = sessions;
    this.access = access;
    this.people = people;
    this.gates = gates;
    this.log = log;
    this.transaction = transaction;
  }

  AppTokens exchange(ExchangeAppCodeInput input, Device device) {
    var app = clients.authenticated(input.clientId(), input.clientSecret(), device);
    var code = new Secret(input.code());
    return exchanged(app, code, input, device)
        .orElseThrow(() -> {
          transaction.executeWithoutResult(status -> endWhatItGave(app, code));
          return InvalidInput.of(
              AppErrorCode.INVALID_CODE, "The code is not good: ask the person again.", "input");
        });
  }

  private Optional<AppTokens> exchanged(
      App app, Secret code, ExchangeAppCodeInput input, Device device) {
    var tokens =
        transaction.execute(status ->
            codes
                .use(code, app.clientId())
                .filter(consent -> consent.fits(input.redirectUri(), input.codeVerifier()))
                .flatMap(consent -> tokens(consent, code, device)));
    return tokens == null ? Optional.empty() : tokens;
  }

  private Optional<AppTokens> tokens(Consent consent, Secret code, Device device) {
    return people.find(consent.account()).flatMap(user -> tokens(user, consent, code, device));
  }

  // Whether the consent stands is looked at when nothing can end it until there is the session.
  private Optional<AppTokens> tokens(User user, Consent consent, Secret code, Device device) {
    gates.hold(user);
    if (!codes.stands(consent)) {
      return Optional.empty();
    }
    gates.admit(user.id());
    var session = sessions.start(consent, device);
    codes.gave(code, session);
    var token = sessions.firstToken(session);
    return Optional.of(sessions.tokens(user, session, consent.client(), consent.scopes(), token));
  }

  private void endWhatItGave(App app, Secret code) {
    codes
        .given(code, app.clientId())
        .flatMap(access::end)
        .ifPresent(account -> {
          LOG.warn("A code of an app came twice: what it gave is ended");
          log.record(
              account,
              SecurityEventType.APP_REVOKED,
              Map.of("app", app.name(), "why", "its code came twice"));
        });
  }
}
