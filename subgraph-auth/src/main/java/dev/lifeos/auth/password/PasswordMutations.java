package dev.lifeos.auth.password;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.DgsMutation;
import com.netflix.graphql.dgs.InputArgument;
import dev.lifeos.auth.account.AuthErrorCode;
import dev.lifeos.auth.account.People;
import dev.lifeos.auth.account.User;
import dev.lifeos.auth.device.Device;
import dev.lifeos.auth.key.OneTimeToken;
import dev.lifeos.auth.session.StepUp;
import dev.lifeos.auth.throttle.Throttle;
import dev.lifeos.starter.access.Authenticated;
import dev.lifeos.starter.access.Caller;
import dev.lifeos.starter.error.ErrorCode;
import dev.lifeos.starter.error.Fault;
import dev.lifeos.starter.error.InvalidInput;
import java.time.Duration;
import java.util.List;

@DgsComponent
class PasswordMutations {

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration WINDOW = Duration.ofMinutes(15);
  private static final int MAX_MAILS = 5;
  private static final int MAX_OF_ONE_PLACE = 50;
  private static final int MAX_GUESSES = 10;

  private final ForgottenPasswords forgotten;
  private final PasswordChanges changes;
  private final People people;
  private final StepUp stepUp;
  private final Throttle throttle;

  PasswordMutations(
      ForgottenPasswords forgotten,
      PasswordChanges changes,
      People people,
      StepUp stepUp,
      Throttle throttle) {
    this.forgotten = forgotten;
    this.changes = changes;
    this.people = people;
    this.stepUp = stepUp;
    this.throttle = throttle;
  }

  @DgsMutation
  RequestPasswordResetPayload requestPasswordReset(
      @InputArgument RequestPasswordResetInput input, Device device) {
    var address = People.normal(input.email());
    placed("reset-place", device);
    throttle.attempt("reset", address, MAX_MAILS, HOUR);
    forgotten.request(address);
    return new RequestPasswordResetPayload(List.of());
  }

  @DgsMutation
  ResetPasswordPayload resetPassword(@InputArgument ResetPasswordInput input, Device device) {
    placed("reset-token-place", device);
    forgotten.reset(new OneTimeToken(input.token()), input.password(), device);
    return new ResetPasswordPayload(List.of());
  }

  @DgsMutation
  ChangePasswordPayload changePassword(
      @InputArgument ChangePasswordInput input,
      Caller caller,
      Device device,
      DgsDataFetchingEnvironment env) {
    stepUp.require(caller);
    var user = people.find(caller.personId()).orElseThrow(PasswordMutations::gone);
    requireCurrent(user, input);
    var hash = people.newPassword(user, input.newPassword(), "newPassword");
    var session = changes.change(user, hash, device);
    Authenticated.within(env, session.bearer());
    return new ChangePasswordPayload(session, List.of());
  }

  private void requireCurrent(User user, ChangePasswordInput input) {
    if (!people.hasPassword(user.id())) {
      return;
    }
    var key = user.id().toString();
    throttle.attempt("change-password", key, MAX_GUESSES, WINDOW);
    var given = input.currentPassword();
    if (given == null || !people.passwordIs(user.id(), given)) {
      throw InvalidInput.of(
          AuthErrorCode.INVALID_CREDENTIALS,
          "The current password is not right.",
          "input",
          "currentPassword");
    }
    throttle.forget("change-password", key);
  }

  private void placed(String kind, Device device) {
    if (device.ip() != null) {
      throttle.attempt(kind, device.ip(), MAX_OF_ONE_PLACE, HOUR);
    }
  }

  private static Fault gone() {
    return new Fault(ErrorCode.NOT_FOUND, "This account does not exist.");
  }
}
