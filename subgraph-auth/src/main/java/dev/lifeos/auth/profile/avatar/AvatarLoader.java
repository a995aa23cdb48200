package dev.lifeos.auth.profile.avatar;

import com.netflix.graphql.dgs.DgsDataLoader;
import dev.lifeos.starter.batch.IdBatchLoader;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

@DgsDataLoader(name = AvatarLoader.NAME)
class AvatarLoader extends IdBatchLoader<Avatar> {

  static final String NAME = "avatar";

  private final AvatarRows rows;

  AvatarLoader(AvatarRows rows) {
    this.rows = rows;
  }

  @Override
  protected Map<UUID, Avatar> loadAll(Set<UUID> ids) {
    return rows.shown(ids);
  }
}
