package dev.lifeos.auth.profile.phone;

import com.netflix.graphql.dgs.DgsDataLoader;
import dev.lifeos.starter.batch.IdBatchLoader;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

@DgsDataLoader(name = PhoneLoader.NAME)
class PhoneLoader extends IdBatchLoader<Boolean> {

  static final String NAME = "phoneVerified";

  private final PhoneRows rows;

  PhoneLoader(PhoneRows rows) {
    this.rows = rows;
  }

  @Override
  protected Map<UUID, Boolean> loadAll(Set<UUID> ids) {
    return rows.states(ids);
  }
}
