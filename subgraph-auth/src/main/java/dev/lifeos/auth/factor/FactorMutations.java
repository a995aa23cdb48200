package dev.lifeos.auth.factor;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.DgsMutation;
import com.netflix.graphql.dgs.InputArgument;
import dev.lifeos.auth.account.People;
import dev.lifeos.auth.account.User;
import dev.lifeos.auth.device.Device;
import dev.lifeos.auth.session.LoginPayload;
import dev.lifeos.auth.session.StepUp;
import dev.lifeos.starter.access.Caller;
import dev.lifeos.starter.error.ErrorCode;
import dev.lifeos.starter.error.Fault;
import java.util.List;

@DgsComponent
class FactorMutations {

  private final SecondStep secondStep;
  private final StepUps stepUps;
  private final StepUp stepUp;
  private final TotpEnrolment totp;
  private final People people;

  FactorMutations(
      SecondStep secondStep, StepUps stepUps, StepUp stepUp, TotpEnrolment totp, People people) {
    this.secondStep = secondStep;
    this.stepUps = stepUps;
    this.stepUp = stepUp;
    this.totp = totp;
    this.people = people;
  }

  @DgsMutation
  LoginPayload completeLogin(
      @InputArgument CompleteLoginInput input, Device device, DgsDataFetchingEnvironment env) {
    return secondStep.complete(input, device, env);
  }

  @DgsMutation
  StepUpPayload stepUp(@InputArgument StepUpInput input, Caller caller, Device device) {
    stepUps.stepUp(input, caller, device);
    return new StepUpPayload(List.of());
  }

  @DgsMutation
  EnrollTotpPayload enrollTotp(@InputArgument EnrollTotpInput input, Caller caller) {
    stepUp.require(caller);
    return totp.enroll(person(caller), input.label());
  }

  @DgsMutation
  ConfirmTotpPayload confirmTotp(
      @InputArgument ConfirmTotpInput input, Caller caller, Device device) {
    var codes = totp.confirm(caller.personId(), input.code(), device);
    return new ConfirmTotpPayload(person(caller), codes, List.of());
  }

  @DgsMutation
  DisableTotpPayload disableTotp(
      @InputArgument DisableTotpInput input, Caller caller, Device device) {
    stepUps.require(caller, input.code(), device);
    totp.disable(caller.personId(), device);
    return new DisableTotpPayload(person(caller), List.of());
  }

  @DgsMutation
  RegenerateRecoveryCodesPayload regenerateRecoveryCodes(
      @InputArgument RegenerateRecoveryCodesInput input, Caller caller, Device device) {
    stepUps.require(caller, input.code(), device);
    return new RegenerateRecoveryCodesPayload(
        totp.renewCodes(caller.personId(), device), List.of());
  }

  private User person(Caller caller) {
    return people
        .find(caller.personId())
        .orElseThrow(() -> new Fault(ErrorCode.NOT_FOUND, "This account does not exist."));
  }
}
