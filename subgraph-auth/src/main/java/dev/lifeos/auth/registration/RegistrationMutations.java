package dev.lifeos.auth.registration;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.DgsMutation;
import com.netflix.graphql.dgs.InputArgument;
import dev.lifeos.auth.account.AuthErrorCode;
import dev.lifeos.auth.account.NewPerson;
import dev.lifeos.auth.account.People;
import dev.lifeos.auth.device.Device;
import dev.lifeos.auth.key.OneTimeToken;
import dev.lifeos.auth.session.LoggedIn;
import dev.lifeos.auth.session.LoginMethod;
import dev.lifeos.auth.session.LoginPayload;
import dev.lifeos.auth.throttle.Throttle;
import dev.lifeos.starter.error.InvalidInput;
import java.time.Duration;
import java.util.List;

@DgsComponent
class RegistrationMutations {

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration WINDOW = Duration.ofMinutes(15);
  private static final int MAX_MAILS = 5;
  private static final int MAX_GUESSES = 10;
  private static final int MAX_OF_ONE_PLACE = 100;

  private final Registrations registrations;
  private final People people;
  private final Throttle throttle;
  private final LoggedIn loggedIn;

  RegistrationMutations(
      Registrations registrations, People people, Throttle throttle, LoggedIn loggedIn) {
    this.registrations = registrations;
    this.people = people;
    this.throttle = throttle;
    this.loggedIn = loggedIn;
  }

  @DgsMutation
  RegisterUserPayload registerUser(@InputArgument RegisterUserInput input, Device device) {
    if (device.ip() != null) {
      throttle.attempt("register-place", device.ip(), MAX_OF_ONE_PLACE, HOUR);
    }
    var person =
        people.check(
            input.email(), input.password(), input.fullName(), input.timeZone(), input.locale());
    throttle.attempt("register", person.email(), MAX_MAILS, HOUR);
    registrations.begin(person);
    return new RegisterUserPayload(List.of());
  }

  @DgsMutation
  LoginPayload verifyEmail(
      @InputArgument VerifyEmailInput input, Device device, DgsDataFetchingEnvironment env) {
    var token = new OneTimeToken(input.token());
    requirePassword(
        registrations.find(token).orElseThrow(RegistrationMutations::gone), input.password());
    var user = registrations.verify(token, device).orElseThrow(RegistrationMutations::gone);
    return loggedIn.complete(user, device, LoginMethod.EMAIL, env);
  }

  // Else whoever registered somebody else's address would know the password of the account that
  // its owner makes by a click.
  private void requirePassword(NewPerson person, String password) {
    throttle.attempt("verify-email", person.email(), MAX_GUESSES, WINDOW);
    if (!people.passwordIs(person, password)) {
      throw InvalidInput.of(
          AuthErrorCode.INVALID_CREDENTIALS,
          "This is not the password that was chosen at registration.",
          "input",
          "password");
    }
    throttle.forget("verify-email", person.email());
  }

  private static InvalidInput gone() {
    return InvalidInput.of(
        AuthErrorCode.INVALID_TOKEN,
        "This link was used or has expired: log in, or register again.",
        "input",
        "token");
  }
}
