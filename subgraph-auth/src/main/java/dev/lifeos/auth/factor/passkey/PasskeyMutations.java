package dev.lifeos.auth.factor.passkey;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.DgsMutation;
import com.netflix.graphql.dgs.InputArgument;
import com.netflix.graphql.dgs.Source;
import dev.lifeos.auth.account.People;
import dev.lifeos.auth.account.User;
import dev.lifeos.auth.device.Device;
import dev.lifeos.auth.session.LoggedIn;
import dev.lifeos.auth.session.LoginMethod;
import dev.lifeos.auth.session.LoginPayload;
import dev.lifeos.auth.session.StepUp;
import dev.lifeos.starter.access.Caller;
import dev.lifeos.starter.batch.Loaders;
import dev.lifeos.starter.error.ErrorCode;
import dev.lifeos.starter.error.Fault;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

@DgsComponent
class PasskeyMutations {

  private final PasskeyRegistration registration;
  private final PasskeyRemoval removal;
  private final PasskeyLogin login;
  private final LoggedIn loggedIn;
  private final StepUp stepUp;
  private final People people;

  PasskeyMutations(
      PasskeyRegistration registration,
      PasskeyRemoval removal,
      PasskeyLogin login,
      LoggedIn loggedIn,
      StepUp stepUp,
      People people) {
    this.registration = registration;
    this.removal = removal;
    this.login = login;
    this.loggedIn = loggedIn;
    this.stepUp = stepUp;
    this.people = people;
  }

  @DgsData(parentType = "User", field = "passkeys")
  CompletableFuture<List<Passkey>> passkeys(@Source User user, DgsDataFetchingEnvironment env) {
    return Loaders.load(env, PasskeysLoader.NAME, user.id());
  }

  @DgsMutation
  PasskeyChallengePayload beginPasskeyRegistration(
      @InputArgument BeginPasskeyRegistrationInput input, Caller caller) {
    stepUp.require(caller);
    var challenge = registration.begin(person(caller.personId()), input.label());
    return new PasskeyChallengePayload(challenge, List.of());
  }

  @DgsMutation
  FinishPasskeyRegistrationPayload finishPasskeyRegistration(
      @InputArgument PasskeyAnswer input, Caller caller, Device device) {
    var passkey = registration.finish(person(caller.personId()), input, device);
    return new FinishPasskeyRegistrationPayload(passkey, List.of());
  }

  @DgsMutation
  DeletePasskeyPayload deletePasskey(
      @InputArgument DeletePasskeyInput input, Caller caller, Device device) {
    stepUp.require(caller);
    removal.remove(input.id(), caller.personId(), device);
    return new DeletePasskeyPayload(input.id(), List.of());
  }

  @DgsMutation
  PasskeyChallengePayload beginPasskeyLogin(
      @InputArgument BeginPasskeyLoginInput input, Device device) {
    return new PasskeyChallengePayload(login.begin(input.purpose(), device), List.of());
  }

  @DgsMutation
  LoginPayload finishPasskeyLogin(
      @InputArgument PasskeyAnswer input, Device device, DgsDataFetchingEnvironment env) {
    var user = person(login.logIn(input, device));
    return loggedIn.complete(user, device, LoginMethod.PASSKEY, env);
  }

  private User person(UUID id) {
    return people
        .find(id)
        .orElseThrow(() -> new Fault(ErrorCode.NOT_FOUND, "This account does not exist."));
  }
}
