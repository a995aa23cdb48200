package dev.lifeos.auth.data;

import com.netflix.graphql.dgs.DgsDataLoader;
import dev.lifeos.starter.batch.IdBatchLoader;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

@DgsDataLoader(name = DeletionLoader.NAME)
class DeletionLoader extends IdBatchLoader<Instant> {

  static final String NAME = "deletionScheduledAt";

  private final DeletionRows rows;

  DeletionLoader(DeletionRows rows) {
    this.rows = rows;
  }

  @Override
  protected Map<UUID, Instant> loadAll(Set<UUID> ids) {
    return rows.of(ids);
  }
}
