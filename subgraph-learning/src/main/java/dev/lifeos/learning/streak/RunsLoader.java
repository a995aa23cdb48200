package dev.lifeos.learning.streak;

import com.netflix.graphql.dgs.DgsDataLoader;
import dev.lifeos.starter.batch.IdBatchLoader;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.task.AsyncTaskExecutor;

@DgsDataLoader(name = RunsLoader.NAME)
class RunsLoader extends IdBatchLoader<Runs> {

  static final String NAME = "runs";

  private final ActivityReads reads;

  RunsLoader(@Qualifier("dgsAsyncTaskExecutor") AsyncTaskExecutor executor, ActivityReads reads) {
    super(executor);
    this.reads = reads;
  }

  @Override
  protected Map<UUID, Runs> loadAll(Set<UUID> owners) {
    return reads.runs(owners);
  }
}
