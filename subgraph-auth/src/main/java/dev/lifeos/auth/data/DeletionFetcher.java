package dev.lifeos.auth.data;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.DgsMutation;
import com.netflix.graphql.dgs.InputArgument;
import com.netflix.graphql.dgs.Source;
import dev.lifeos.auth.account.User;
import dev.lifeos.auth.device.Device;
import dev.lifeos.starter.access.Caller;
import dev.lifeos.starter.batch.Loaders;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;

@DgsComponent
class DeletionFetcher {

  private final Deletions deletions;

  DeletionFetcher(Deletions deletions) {
    this.deletions = deletions;
  }

  @DgsData(parentType = "User", field = "deletionScheduledAt")
  CompletableFuture<Instant> deletionScheduledAt(
      @Source User user, DgsDataFetchingEnvironment env) {
    return Loaders.load(env, DeletionLoader.NAME, user.id());
  }

  @DgsMutation
  RequestAccountDeletionPayload requestAccountDeletion(
      @InputArgument RequestAccountDeletionInput input, Caller caller, Device device) {
    var due = deletions.request(caller, input.email(), device);
    return new RequestAccountDeletionPayload(due, List.of());
  }

  @DgsMutation
  CancelAccountDeletionPayload cancelAccountDeletion(
      @InputArgument CancelAccountDeletionInput input, Caller caller, Device device) {
    var user = deletions.cancel(caller, input.deletionScheduledAt(), device);
    return new CancelAccountDeletionPayload(user, List.of());
  }
}
