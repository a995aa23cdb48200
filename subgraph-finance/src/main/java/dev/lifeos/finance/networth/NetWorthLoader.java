package dev.lifeos.finance.networth;

import com.netflix.graphql.dgs.DgsDataLoader;
import dev.lifeos.starter.batch.OwnerBatchLoader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The net worth of a batch of people. */
@DgsDataLoader(name = NetWorthLoader.NAME)
class NetWorthLoader extends OwnerBatchLoader<NetWorthQuery, List<NetWorthPoint>> {

  static final String NAME = "netWorth";

  private final NetWorthReads reads;

  NetWorthLoader(NetWorthReads reads) {
    this.reads = reads;
  }

  @Override
  protected Map<UUID, List<NetWorthPoint>> load(Set<UUID> owners, NetWorthQuery query) {
    var changes =
        reads.read(owners, query).stream()
            .collect(Collectors.groupingBy(NetWorthReads.Change::ownerId));
    var worths = new HashMap<UUID, List<NetWorthPoint>>();
    changes.forEach((owner, own) -> worths.put(owner, NetWorthHistory.points(query, own)));
    return worths;
  }

  @Override
  protected List<NetWorthPoint> none(NetWorthQuery query) {
    return NetWorthHistory.points(query, List.of());
  }
}
