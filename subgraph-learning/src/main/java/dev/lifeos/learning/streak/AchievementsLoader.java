package dev.lifeos.learning.streak;

import com.netflix.graphql.dgs.DgsDataLoader;
import dev.lifeos.starter.batch.IdBatchLoader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.task.AsyncTaskExecutor;

@DgsDataLoader(name = AchievementsLoader.NAME)
class AchievementsLoader extends IdBatchLoader<List<Achievement>> {

  static final String NAME = "achievements";

  private final ActivityReads reads;

  AchievementsLoader(
      @Qualifier("dgsAsyncTaskExecutor") AsyncTaskExecutor executor, ActivityReads reads) {
    super(executor);
    this.reads = reads;
  }

  @Override
  protected Map<UUID, List<Achievement>> loadAll(Set<UUID> owners) {
    return reads.achievements(owners);
  }
}
