package dev.lifeos.auth.factor;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.Source;
import dev.lifeos.auth.account.User;
import dev.lifeos.starter.batch.Loaders;
import java.util.concurrent.CompletableFuture;

@DgsComponent
class FactorFetcher {

  @DgsData(parentType = "User", field = "totpEnabled")
  CompletableFuture<Boolean> totpEnabled(@Source User user, DgsDataFetchingEnvironment env) {
    return state(user, env).thenApply(FactorState::totpEnabled);
  }

  @DgsData(parentType = "User", field = "recoveryCodesLeft")
  CompletableFuture<Integer> recoveryCodesLeft(@Source User user, DgsDataFetchingEnvironment env) {
    return state(user, env).thenApply(FactorState::recoveryCodesLeft);
  }

  private static CompletableFuture<FactorState> state(User user, DgsDataFetchingEnvironment env) {
    return Loaders.load(env, FactorStateLoader.NAME, user.id());
  }
}
