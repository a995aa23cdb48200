package dev.lifeos.auth.factor;

import com.netflix.graphql.dgs.DgsDataLoader;
import dev.lifeos.starter.batch.IdBatchLoader;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

@DgsDataLoader(name = FactorStateLoader.NAME)
class FactorStateLoader extends IdBatchLoader<FactorState> {

  static final String NAME = "factorState";

  private final FactorReads reads;

  FactorStateLoader(FactorReads reads) {
    this.reads = reads;
  }

  @Override
  protected Map<UUID, FactorState> loadAll(Set<UUID> ids) {
    return reads.states(ids).stream()
        .collect(Collectors.toMap(FactorState::accountId, Function.identity()));
  }
}
