package dev.lifeos.auth.profile.phone;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.DgsMutation;
import com.netflix.graphql.dgs.InputArgument;
import com.netflix.graphql.dgs.Source;
import dev.lifeos.auth.account.People;
import dev.lifeos.auth.account.User;
import dev.lifeos.auth.device.Device;
import dev.lifeos.starter.access.Caller;
import dev.lifeos.starter.batch.Loaders;
import java.util.List;
import java.util.concurrent.CompletableFuture;

@DgsComponent
class PhoneFetcher {

  private final PhoneVerification verification;
  private final People people;

  PhoneFetcher(PhoneVerification verification, People people) {
    this.verification = verification;
    this.people = people;
  }

  @DgsData(parentType = "User", field = "phoneVerified")
  CompletableFuture<Boolean> phoneVerified(@Source User user, DgsDataFetchingEnvironment env) {
    return Loaders.load(env, PhoneLoader.NAME, user.id());
  }

  @DgsMutation
  RequestPhoneVerificationPayload requestPhoneVerification(
      @InputArgument RequestPhoneVerificationInput input, Caller caller) {
    var expiry = verification.send(caller.personId(), input.phoneNumber());
    return new RequestPhoneVerificationPayload(expiry, List.of());
  }

  @DgsMutation
  VerifyPhonePayload verifyPhone(
      @InputArgument VerifyPhoneInput input, Caller caller, Device device) {
    verification.verify(caller.personId(), input.code(), device);
    return new VerifyPhonePayload(people.find(caller.personId()).orElse(null), List.of());
  }
}
