package dev.lifeos.auth.google;

import dev.lifeos.auth.account.User;
import dev.lifeos.auth.session.LoginChallenge;
import dev.lifeos.auth.session.LoginPayload;
import dev.lifeos.auth.session.SessionTokens;
import dev.lifeos.starter.error.UserError;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What coming back from Google gave; the schema describes each part.
 *
 * @param calendarOwner whose calendar has been connected; not in the schema
 */
public record CompleteOAuthPayload(
    @Nullable User user,
    @Nullable SessionTokens session,
    @Nullable LoginChallenge challenge,
    @Nullable ExternalIdentity identity,
    @Nullable UUID calendarOwner,
    List<UserError> errors) {

  static CompleteOAuthPayload of(LoginPayload login) {
    return new CompleteOAuthPayload(
        login.user(), login.session(), login.challenge(), null, null, login.errors());
  }

  static CompleteOAuthPayload linked(User user, ExternalIdentity identity) {
    return new CompleteOAuthPayload(user, null, null, identity, null, List.of());
  }

  static CompleteOAuthPayload connected(User user) {
    return new CompleteOAuthPayload(user, null, null, null, user.id(), List.of());
  }
}
