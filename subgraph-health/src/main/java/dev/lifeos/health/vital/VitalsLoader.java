package dev.lifeos.health.vital;

import com.netflix.graphql.dgs.DgsDataLoader;
import dev.lifeos.starter.batch.OwnerBatchLoader;
import dev.lifeos.starter.paging.Connection;
import dev.lifeos.starter.paging.Cursor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Pages of vitals for a batch of people. */
@DgsDataLoader(name = VitalsLoader.NAME)
class VitalsLoader extends OwnerBatchLoader<VitalsQuery, Connection<Vital>> {

  static final String NAME = "vitals";

  private final VitalReads vitals;

  VitalsLoader(VitalReads vitals) {
    this.vitals = vitals;
  }

  @Override
  protected Map<UUID, Connection<Vital>> load(Set<UUID> owners, VitalsQuery query) {
    var rows = vitals.page(owners, query).stream().collect(Collectors.groupingBy(Vital::ownerId));
    var pages = new HashMap<UUID, Connection<Vital>>();
    rows.forEach((owner, found) -> pages.put(owner, page(found, query)));
    return pages;
  }

  @Override
  protected Connection<Vital> none(VitalsQuery query) {
    return page(List.of(), query);
  }

  private static Connection<Vital> page(List<Vital> found, VitalsQuery query) {
    return Connection.of(found, query.page(), vital -> Cursor.of(vital.recordedAt(), vital.id()));
  }
}
