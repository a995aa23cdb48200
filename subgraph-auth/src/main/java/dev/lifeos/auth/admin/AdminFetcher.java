package dev.lifeos.auth.admin;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.DgsQuery;
import com.netflix.graphql.dgs.InputArgument;
import dev.lifeos.auth.account.UserAccount;
import dev.lifeos.auth.device.Device;
import dev.lifeos.auth.oversight.AccountLock;
import dev.lifeos.starter.access.Caller;
import dev.lifeos.starter.batch.Loaders;
import dev.lifeos.starter.paging.Connection;
import dev.lifeos.starter.paging.Page;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

@DgsComponent
class AdminFetcher {

  private final UserSearch people;
  private final AdminEvents events;

  AdminFetcher(UserSearch people, AdminEvents events) {
    this.people = people;
    this.events = events;
  }

  @DgsQuery
  @Nullable UserAccount user(@InputArgument UUID id, Caller caller, Device device) {
    return people.find(id, caller, device).orElse(null);
  }

  @DgsQuery
  Connection<UserAccount> users(
      @InputArgument @Nullable UserFilter filter, Page page, Caller caller, Device device) {
    return people.page(filter == null ? UserFilter.ALL : filter, page, caller, device);
  }

  @DgsQuery
  Connection<AdminEvent> adminEvents(@InputArgument @Nullable AdminEventFilter filter, Page page) {
    return events.page(filter == null ? AdminEventFilter.ALL : filter, page);
  }

  @DgsData(parentType = "UserAccount", field = "lock")
  CompletableFuture<AccountLock> lock(DgsDataFetchingEnvironment env) {
    UserAccount account = Objects.requireNonNull(env.getSource());
    return Loaders.load(env, LockLoader.NAME, account.id());
  }
}
