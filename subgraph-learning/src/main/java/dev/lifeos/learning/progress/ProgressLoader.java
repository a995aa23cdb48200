package dev.lifeos.learning.progress;

import com.netflix.graphql.dgs.DgsDataLoader;
import dev.lifeos.starter.batch.OwnerBatchLoader;
import dev.lifeos.starter.paging.Connection;
import dev.lifeos.starter.paging.Cursor;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

@DgsDataLoader(name = ProgressLoader.NAME)
class ProgressLoader extends OwnerBatchLoader<ProgressQuery, Connection<Progress>> {

  static final String NAME = "progress";

  private final ProgressReads reads;

  ProgressLoader(ProgressReads reads) {
    this.reads = reads;
  }

  @Override
  protected Map<UUID, Connection<Progress>> load(Set<UUID> owners, ProgressQuery query) {
    return reads.page(owners, query).stream()
        .collect(
            Collectors.groupingBy(
                Progress::ownerId,
                Collectors.collectingAndThen(
                    Collectors.toList(),
                    rows -> Connection.of(rows, query.page(), ProgressLoader::place))));
  }

  @Override
  protected Connection<Progress> none(ProgressQuery query) {
    return Connection.empty();
  }

  private static Cursor place(Progress progress) {
    return Cursor.of(progress.lastActivityAt(), progress.id());
  }
}
