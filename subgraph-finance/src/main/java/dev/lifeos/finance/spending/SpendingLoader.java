package dev.lifeos.finance.spending;

import com.netflix.graphql.dgs.DgsDataLoader;
import dev.lifeos.starter.batch.OwnerBatchLoader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The spending of a batch of people. */
@DgsDataLoader(name = SpendingLoader.NAME)
class SpendingLoader extends OwnerBatchLoader<SpendingQuery, List<SpendingGroup>> {

  static final String NAME = "spending";

  private final SpendingReads reads;

  SpendingLoader(SpendingReads reads) {
    this.reads = reads;
  }

  @Override
  protected Map<UUID, List<SpendingGroup>> load(Set<UUID> owners, SpendingQuery query) {
    return reads.read(owners, query).stream()
        .collect(
            Collectors.groupingBy(
                SpendingReads.Row::ownerId,
                Collectors.mapping(SpendingReads.Row::group, Collectors.toList())));
  }

  @Override
  protected List<SpendingGroup> none(SpendingQuery query) {
    return List.of();
  }
}
