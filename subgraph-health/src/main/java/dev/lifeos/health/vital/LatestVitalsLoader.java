package dev.lifeos.health.vital;

import com.netflix.graphql.dgs.DgsDataLoader;
import dev.lifeos.starter.batch.OwnerBatchLoader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The latest vitals for a batch of people. */
@DgsDataLoader(name = LatestVitalsLoader.NAME)
class LatestVitalsLoader extends OwnerBatchLoader<LatestQuery, List<Vital>> {

  static final String NAME = "latestVitals";

  private final VitalReads vitals;

  LatestVitalsLoader(VitalReads vitals) {
    this.vitals = vitals;
  }

  @Override
  protected Map<UUID, List<Vital>> load(Set<UUID> owners, LatestQuery query) {
    return vitals.latest(owners, query).stream().collect(Collectors.groupingBy(Vital::ownerId));
  }

  @Override
  protected List<Vital> none(LatestQuery query) {
    return List.of();
  }
}
