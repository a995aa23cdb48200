package dev.lifeos.finance.account;

import com.netflix.graphql.dgs.DgsDataLoader;
import dev.lifeos.starter.batch.IdBatchLoader;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Accounts by id: those of transactions, and references from other subgraphs. */
@DgsDataLoader(name = AccountByIdLoader.NAME)
class AccountByIdLoader extends IdBatchLoader<Account> {

  static final String NAME = "accountById";

  private final AccountReads accounts;

  AccountByIdLoader(AccountReads accounts) {
    this.accounts = accounts;
  }

  @Override
  protected Map<UUID, Account> loadAll(Set<UUID> ids) {
    return accounts.byIds(ids).stream().collect(Collectors.toMap(Account::id, Function.identity()));
  }
}
