package dev.lifeos.auth.account;

import com.netflix.graphql.dgs.DgsDataLoader;
import dev.lifeos.starter.batch.IdBatchLoader;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

@DgsDataLoader(name = UserLoader.NAME)
class UserLoader extends IdBatchLoader<User> {

  static final String NAME = "user";

  private final UserReads reads;

  UserLoader(UserReads reads) {
    this.reads = reads;
  }

  @Override
  protected Map<UUID, User> loadAll(Set<UUID> ids) {
    return reads.byId(ids).stream().collect(Collectors.toMap(User::id, Function.identity()));
  }
}
