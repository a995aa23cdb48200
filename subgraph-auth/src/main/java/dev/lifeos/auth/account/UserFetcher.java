package dev.lifeos.auth.account;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.DgsEntityFetcher;
import com.netflix.graphql.dgs.DgsMutation;
import com.netflix.graphql.dgs.DgsQuery;
import com.netflix.graphql.dgs.InputArgument;
import dev.lifeos.starter.access.Caller;
import dev.lifeos.starter.access.EntityKeys;
import dev.lifeos.starter.batch.Loaders;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.springframework.validation.annotation.Validated;

@DgsComponent
@Validated
class UserFetcher {

  private final Profiles profiles;

  UserFetcher(Profiles profiles) {
    this.profiles = profiles;
  }

  @DgsQuery
  CompletableFuture<User> me(Caller caller, DgsDataFetchingEnvironment env) {
    return Loaders.load(env, UserLoader.NAME, caller.personId());
  }

  @DgsEntityFetcher(name = "User")
  CompletableFuture<User> user(Map<String, Object> key, DgsDataFetchingEnvironment env) {
    return Loaders.load(env, UserLoader.NAME, EntityKeys.id(key));
  }

  @DgsMutation
  UpdateProfilePayload updateProfile(
      @InputArgument @Valid UpdateProfileInput input, Caller caller) {
    return new UpdateProfilePayload(profiles.update(caller.personId(), input), List.of());
  }
}
