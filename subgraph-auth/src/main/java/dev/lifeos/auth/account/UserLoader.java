package dev.lifeos.auth.account;

import com.netflix.graphql.dgs.DgsDataLoader;
import dev.lifeos.starter.batch.IdBatchLoader;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.task.AsyncTaskExecutor;

@DgsDataLoader(name = UserLoader.NAME)
class UserLoader extends IdBatchLoader<User> {

  static final String NAME = "user";

  private final UserReads reads;

  UserLoader(@Qualifier("dgsAsyncTaskExecutor") AsyncTaskExecutor executor, UserReads reads) {
    super(executor);
    this.reads = reads;
  }

  @Override
  protected Map<UUID, User> loadAll(Set<UUID> ids) {
    return reads.byId(ids).stream().collect(Collectors.toMap(User::id, Function.identity()));
  }
}
