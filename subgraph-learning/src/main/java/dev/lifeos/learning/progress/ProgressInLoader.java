package dev.lifeos.learning.progress;

import com.netflix.graphql.dgs.DgsDataLoader;
import dev.lifeos.starter.batch.OwnerBatchLoader;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

@DgsDataLoader(name = ProgressInLoader.NAME)
class ProgressInLoader extends OwnerBatchLoader<UUID, Optional<Progress>> {

  static final String NAME = "progressIn";

  private final ProgressReads reads;

  ProgressInLoader(ProgressReads reads) {
    this.reads = reads;
  }

  @Override
  protected Map<UUID, Optional<Progress>> load(Set<UUID> owners, UUID course) {
    return reads.inCourse(owners, course).stream()
        .collect(Collectors.toMap(Progress::ownerId, Optional::of));
  }

  @Override
  protected Optional<Progress> none(UUID course) {
    return Optional.empty();
  }
}
