package dev.lifeos.finance.account;

import com.netflix.graphql.dgs.DgsDataLoader;
import dev.lifeos.starter.batch.OwnerBatchLoader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The accounts of a batch of people. */
@DgsDataLoader(name = AccountsLoader.NAME)
class AccountsLoader extends OwnerBatchLoader<AccountsQuery, List<Account>> {

  static final String NAME = "accounts";

  private final AccountReads accounts;

  AccountsLoader(AccountReads accounts) {
    this.accounts = accounts;
  }

  @Override
  protected Map<UUID, List<Account>> load(Set<UUID> owners, AccountsQuery query) {
    return accounts.ofPeople(owners, query.includeClosed()).stream()
        .collect(Collectors.groupingBy(Account::ownerId));
  }

  @Override
  protected List<Account> none(AccountsQuery query) {
    return List.of();
  }
}
