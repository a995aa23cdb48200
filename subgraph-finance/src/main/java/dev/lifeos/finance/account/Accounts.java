package dev.lifeos.finance.account;

import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import dev.lifeos.starter.batch.Loaders;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** Accounts, for the fetchers of other features. */
public final class Accounts {

  private Accounts() {}

  /** An account by id, together with all others of the request. */
  public static CompletableFuture<Account> byId(DgsDataFetchingEnvironment dfe, UUID id) {
    return Loaders.load(dfe, AccountByIdLoader.NAME, id);
  }
}
