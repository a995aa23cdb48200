package dev.lifeos.learning.progress;

import com.netflix.graphql.dgs.DgsDataLoader;
import dev.lifeos.starter.batch.IdBatchLoader;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

@DgsDataLoader(name = ProgressByIdLoader.NAME)
class ProgressByIdLoader extends IdBatchLoader<Progress> {

  static final String NAME = "progressById";

  private final ProgressReads reads;

  ProgressByIdLoader(ProgressReads reads) {
    this.reads = reads;
  }

  @Override
  protected Map<UUID, Progress> loadAll(Set<UUID> ids) {
    return reads.byId(ids).stream().collect(Collectors.toMap(Progress::id, Function.identity()));
  }
}
