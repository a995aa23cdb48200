package dev.lifeos.finance.account;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.DgsEntityFetcher;
import com.netflix.graphql.dgs.InputArgument;
import dev.lifeos.starter.access.EntityKeys;
import dev.lifeos.starter.batch.Loaders;
import dev.lifeos.starter.user.User;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A person's accounts, and accounts by id. */
@DgsComponent
class AccountFetcher {

  @DgsData(parentType = "User", field = "accounts")
  CompletableFuture<List<Account>> accounts(
      DgsDataFetchingEnvironment dfe, @InputArgument boolean includeClosed) {
    var owner = dfe.<User>getSourceOrThrow().id();
    return Loaders.load(dfe, AccountsLoader.NAME, owner, new AccountsQuery(includeClosed));
  }

  @DgsEntityFetcher(name = "Account")
  CompletableFuture<Account> account(Map<String, Object> key, DgsDataFetchingEnvironment dfe) {
    return Accounts.byId(dfe, EntityKeys.id(key));
  }
}
