package dev.lifeos.health.vital;

import com.netflix.graphql.dgs.DgsDataLoader;
import dev.lifeos.starter.batch.IdBatchLoader;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Vitals by id, for references from other subgraphs. */
@DgsDataLoader(name = VitalByIdLoader.NAME)
class VitalByIdLoader extends IdBatchLoader<Vital> {

  static final String NAME = "vitalById";

  private final VitalReads vitals;

  VitalByIdLoader(VitalReads vitals) {
    this.vitals = vitals;
  }

  @Override
  protected Map<UUID, Vital> loadAll(Set<UUID> ids) {
    return vitals.byIds(ids).stream().collect(Collectors.toMap(Vital::id, Function.identity()));
  }
}
