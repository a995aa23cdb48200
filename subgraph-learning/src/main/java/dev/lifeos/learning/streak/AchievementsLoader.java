package dev.lifeos.learning.streak;

import com.netflix.graphql.dgs.DgsDataLoader;
import dev.lifeos.starter.batch.IdBatchLoader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

@DgsDataLoader(name = AchievementsLoader.NAME)
class AchievementsLoader extends IdBatchLoader<List<Achievement>> {

  static final String NAME = "achievements";

  private final ActivityReads reads;

  AchievementsLoader(ActivityReads reads) {
    this.reads = reads;
  }

  @Override
  protected Map<UUID, List<Achievement>> loadAll(Set<UUID> owners) {
    return reads.achievements(owners);
  }
}
