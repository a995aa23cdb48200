package dev.lifeos.learning.streak;

import com.netflix.graphql.dgs.DgsDataLoader;
import dev.lifeos.starter.batch.IdBatchLoader;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

@DgsDataLoader(name = RunsLoader.NAME)
class RunsLoader extends IdBatchLoader<Runs> {

  static final String NAME = "runs";

  private final ActivityReads reads;

  RunsLoader(ActivityReads reads) {
    this.reads = reads;
  }

  @Override
  protected Map<UUID, Runs> loadAll(Set<UUID> owners) {
    return reads.runs(owners);
  }
}
