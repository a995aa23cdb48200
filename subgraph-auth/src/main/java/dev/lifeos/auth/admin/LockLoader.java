package dev.lifeos.auth.admin;

import com.netflix.graphql.dgs.DgsDataLoader;
import dev.lifeos.auth.oversight.AccountLock;
import dev.lifeos.auth.oversight.AccountLocks;
import dev.lifeos.starter.batch.IdBatchLoader;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

@DgsDataLoader(name = LockLoader.NAME)
class LockLoader extends IdBatchLoader<AccountLock> {

  static final String NAME = "accountLock";

  private final AccountLocks locks;

  LockLoader(AccountLocks locks) {
    this.locks = locks;
  }

  @Override
  protected Map<UUID, AccountLock> loadAll(Set<UUID> ids) {
    return locks.now(ids).stream()
        .collect(Collectors.toMap(AccountLock::accountId, Function.identity()));
  }
}
