package dev.lifeos.auth.google;

import com.netflix.graphql.dgs.DgsDataLoader;
import dev.lifeos.starter.batch.IdBatchLoader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** By the person's id; null for who has none. */
@DgsDataLoader(name = IdentitiesLoader.NAME)
class IdentitiesLoader extends IdBatchLoader<List<ExternalIdentity>> {

  static final String NAME = "identities";

  private final Identities identities;

  IdentitiesLoader(Identities identities) {
    this.identities = identities;
  }

  @Override
  protected Map<UUID, List<ExternalIdentity>> loadAll(Set<UUID> people) {
    return identities.of(people).stream()
        .collect(Collectors.groupingBy(ExternalIdentity::accountId));
  }
}
