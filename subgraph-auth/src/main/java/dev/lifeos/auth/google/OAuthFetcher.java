package dev.lifeos.auth.google;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.DgsMutation;
import com.netflix.graphql.dgs.InputArgument;
import com.netflix.graphql.dgs.Source;
import dev.lifeos.auth.account.People;
import dev.lifeos.auth.account.User;
import dev.lifeos.auth.device.Device;
import dev.lifeos.auth.session.StepUp;
import dev.lifeos.starter.access.Caller;
import dev.lifeos.starter.batch.Loaders;
import dev.lifeos.starter.error.ErrorCode;
import dev.lifeos.starter.error.Fault;
import java.util.List;
import java.util.concurrent.CompletableFuture;

@DgsComponent
class OAuthFetcher {

  private final OAuthStart start;
  private final OAuthCompletion completion;
  private final Linking linking;
  private final StepUp stepUp;
  private final People people;

  OAuthFetcher(
      OAuthStart start, OAuthCompletion completion, Linking linking, StepUp stepUp, People people) {
    this.start = start;
    this.completion = completion;
    this.linking = linking;
    this.stepUp = stepUp;
    this.people = people;
  }

  @DgsData(parentType = "User", field = "identities")
  CompletableFuture<List<ExternalIdentity>> identities(
      @Source User user, DgsDataFetchingEnvironment env) {
    return Loaders.<List<ExternalIdentity>>load(env, IdentitiesLoader.NAME, user.id())
        .thenApply(found -> found == null ? List.of() : found);
  }

  @DgsMutation
  StartOAuthPayload startOAuth(@InputArgument StartOAuthInput input, Caller caller, Device device) {
    return start.start(input.purpose(), caller, device);
  }

  @DgsMutation
  CompleteOAuthPayload completeOAuth(
      @InputArgument CompleteOAuthInput input,
      Caller caller,
      Device device,
      DgsDataFetchingEnvironment env) {
    return completion.complete(input, caller, device, env);
  }

  @DgsMutation
  UnlinkIdentityPayload unlinkIdentity(
      @InputArgument UnlinkIdentityInput input, Caller caller, Device device) {
    stepUp.require(caller);
    var user =
        people
            .find(caller.personId())
            .orElseThrow(() -> new Fault(ErrorCode.NOT_FOUND, "This account does not exist."));
    linking.unlink(user, input.id(), device);
    return new UnlinkIdentityPayload(user, List.of());
  }
}
