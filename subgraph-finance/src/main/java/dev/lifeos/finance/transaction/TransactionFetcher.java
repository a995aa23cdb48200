package dev.lifeos.finance.transaction;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.DgsEntityFetcher;
import com.netflix.graphql.dgs.InputArgument;
import dev.lifeos.finance.account.Account;
import dev.lifeos.finance.account.Accounts;
import dev.lifeos.starter.access.EntityKeys;
import dev.lifeos.starter.batch.Loaders;
import dev.lifeos.starter.paging.Connection;
import dev.lifeos.starter.paging.Page;
import dev.lifeos.starter.user.User;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A person's or an account's transactions, and transactions by id. */
@DgsComponent
class TransactionFetcher {

  @DgsData(parentType = "User", field = "transactions")
  CompletableFuture<Connection<Transaction>> ofUser(
      DgsDataFetchingEnvironment dfe,
      @InputArgument @Nullable TransactionFilter filter,
      @InputArgument @Nullable TransactionOrder orderBy,
      Page page) {
    var wanted = Objects.requireNonNullElse(filter, TransactionFilter.NONE);
    wanted.check();
    var order = Objects.requireNonNullElse(orderBy, TransactionOrder.NEWEST);
    var query =
        new TransactionsQuery(TransactionScope.PERSON, wanted, order, page, withDetails(dfe));
    return Loaders.load(dfe, TransactionsLoader.NAME, dfe.<User>getSourceOrThrow().id(), query);
  }

  @DgsData(parentType = "Account", field = "transactions")
  CompletableFuture<Connection<Transaction>> ofAccount(DgsDataFetchingEnvironment dfe, Page page) {
    var query =
        new TransactionsQuery(
            TransactionScope.ACCOUNT,
            TransactionFilter.NONE,
            TransactionOrder.NEWEST,
            page,
            withDetails(dfe));
    return Loaders.load(dfe, TransactionsLoader.NAME, dfe.<Account>getSourceOrThrow().id(), query);
  }

  @DgsData(parentType = "Transaction", field = "account")
  CompletableFuture<Account> account(DgsDataFetchingEnvironment dfe) {
    return Accounts.byId(dfe, dfe.<Transaction>getSourceOrThrow().accountId());
  }

  @DgsEntityFetcher(name = "Transaction")
  CompletableFuture<Transaction> transaction(
      Map<String, Object> key, DgsDataFetchingEnvironment dfe) {
    return Loaders.load(dfe, TransactionByIdLoader.NAME, EntityKeys.id(key));
  }

  private static boolean withDetails(DgsDataFetchingEnvironment dfe) {
    return dfe.getSelectionSet().containsAnyOf("edges/node/tags", "edges/node/notes");
  }
}
