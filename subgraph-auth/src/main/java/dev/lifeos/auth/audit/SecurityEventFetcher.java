package dev.lifeos.auth.audit;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.Source;
import dev.lifeos.auth.account.User;
import dev.lifeos.starter.batch.Loaders;
import dev.lifeos.starter.paging.Connection;
import dev.lifeos.starter.paging.Page;
import java.util.concurrent.CompletableFuture;

@DgsComponent
class SecurityEventFetcher {

  @DgsData(parentType = "User", field = "securityEvents")
  CompletableFuture<Connection<SecurityEvent>> events(
      @Source User user, Page page, DgsDataFetchingEnvironment env) {
    return Loaders.load(env, SecurityEventsLoader.NAME, user.id(), page);
  }
}
