package dev.lifeos.finance.account;

import com.netflix.graphql.dgs.DgsDataLoader;
import dev.lifeos.starter.batch.IdBatchLoader;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.task.AsyncTaskExecutor;

/** Accounts by id: those of transactions, and references from other subgraphs. */
@DgsDataLoader(name = AccountByIdLoader.NAME)
class AccountByIdLoader extends IdBatchLoader<Account> {

  static final String NAME = "accountById";

  private final AccountReads accounts;

  AccountByIdLoader(
      @Qualifier("dgsAsyncTaskExecutor") AsyncTaskExecutor executor, AccountReads accounts) {
    super(executor);
    this.accounts = accounts;
  }

  @Override
  protected Map<UUID, Account> loadAll(Set<UUID> ids) {
    return accounts.byIds(ids).stream().collect(Collectors.toMap(Account::id, Function.identity()));
  }
}
