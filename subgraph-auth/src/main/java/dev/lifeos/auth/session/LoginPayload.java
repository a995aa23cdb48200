package dev.lifeos.auth.session;

import dev.lifeos.auth.account.User;
import dev.lifeos.starter.error.UserError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What logging in gave.
 *
 * @param challenge in place of the other two where a second factor is asked for
 */
public record LoginPayload(
    @Nullable User user,
    @Nullable SessionTokens session,
    @Nullable LoginChallenge challenge,
    List<UserError> errors) {

  static LoginPayload of(User user, SessionTokens session) {
    return new LoginPayload(user, session, null, List.of());
  }

  static LoginPayload of(LoginChallenge challenge) {
    return new LoginPayload(null, null, challenge, List.of());
  }
}
