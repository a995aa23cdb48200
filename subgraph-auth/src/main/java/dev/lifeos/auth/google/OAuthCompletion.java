package dev.lifeos.auth.google;

import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import dev.lifeos.auth.account.People;
import dev.lifeos.auth.account.User;
import dev.lifeos.auth.device.Device;
import dev.lifeos.auth.key.OneTimeToken;
import dev.lifeos.auth.key.Vault;
import dev.lifeos.auth.session.LoggedIn;
import dev.lifeos.auth.session.LoginMethod;
import dev.lifeos.starter.access.Caller;
import dev.lifeos.starter.error.ErrorCode;
import dev.lifeos.starter.error.Fault;
import dev.lifeos.starter.error.InvalidInput;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Receives people who come back from Google. */
@Service
class OAuthCompletion {

  private final OAuthAttempts attempts;
  private final GoogleTokens tokens;
  private final IdTokens idTokens;
  private final Vault vault;
  private final GoogleSignIn signIn;
  private final Linking linking;
  private final CalendarGrants calendars;
  private final People people;
  private final LoggedIn loggedIn;

  OAuthCompletion(
      OAuthAttempts attempts,
      GoogleTokens tokens,
      IdTokens idTokens,
      Vault vault,
      GoogleSignIn signIn,
      Linking linking,
      CalendarGrants calendars,
      People people,
      LoggedIn loggedIn) {
    this.attempts = attempts;
    this.tokens = tokens;
    this.idTokens = idTokens;
    this.vault = vault;
    this.signIn = signIn;
    this.linking = linking;
    this.calendars = calendars;
    this.people = people;
    this.loggedIn = loggedIn;
  }

  CompleteOAuthPayload complete(
      CompleteOAuthInput input, Caller caller, Device device, DgsDataFetchingEnvironment env) {
    var attempt =
        attempts
            .take(
                new OneTimeToken(input.state()), new OneTimeToken(input.binding()), person(caller))
            .orElseThrow(OAuthCompletion::invalid);
    attempt.purpose().owner(caller);
    var secrets = AttemptSecrets.open(attempt, vault);
    var grant = tokens.exchange(input.code(), secrets.verifier());
    var google = idTokens.verify(grant.idToken(), secrets.nonce());
    return switch (attempt.purpose()) {
      case SIGN_IN -> {
        var user = signIn.user(google, input, device);
        yield CompleteOAuthPayload.of(loggedIn.complete(user, device, LoginMethod.GOOGLE, env));
      }
      case LINK -> {
        var user = user(caller.personId());
        yield CompleteOAuthPayload.linked(user, linking.link(user, google, device));
      }
      case CALENDAR -> connect(user(caller.personId()), google, grant, device);
    };
  }

  private CompleteOAuthPayload connect(
      User user, GoogleProfile google, GoogleGrant grant, Device device) {
    var mayRead = grant.scopes().contains(OAuthPurpose.READ_CALENDAR);
    if (!mayRead || grant.refreshToken().isEmpty()) {
      throw InvalidInput.of(
          GoogleErrorCode.CONSENT_INCOMPLETE,
          "Google was not told that LifeOS may see the calendar: start again and allow it.",
          "input",
          "code");
    }
    calendars.granted(user.id(), google, grant.refreshToken(), device);
    return CompleteOAuthPayload.connected(user);
  }

  private User user(UUID id) {
    return people
        .find(id)
        .orElseThrow(() -> new Fault(ErrorCode.NOT_FOUND, "This account does not exist."));
  }

  // A service has no account, and no attempt either.
  private static @Nullable String person(Caller caller) {
    var subject = caller.subject();
    return subject == null || subject.startsWith("service:") ? null : subject;
  }

  private static InvalidInput invalid() {
    return InvalidInput.of(
        GoogleErrorCode.OAUTH_ATTEMPT_INVALID,
        "This attempt is over, or was begun elsewhere: start again.",
        "input",
        "state");
  }
}
