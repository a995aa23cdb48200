package dev.lifeos.auth.data;

import com.netflix.graphql.dgs.DgsDataLoader;
import dev.lifeos.starter.batch.IdBatchLoader;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

@DgsDataLoader(name = ExportsLoader.NAME)
class ExportsLoader extends IdBatchLoader<List<DataExport>> {

  static final String NAME = "dataExports";

  private final ExportRows rows;
  private final Clock clock;

  ExportsLoader(ExportRows rows, Clock clock) {
    this.rows = rows;
    this.clock = clock;
  }

  @Override
  protected Map<UUID, List<DataExport>> loadAll(Set<UUID> ids) {
    return rows.of(ids, clock.instant());
  }
}
