package dev.lifeos.auth.profile.preference;

import com.netflix.graphql.dgs.DgsDataLoader;
import dev.lifeos.starter.batch.IdBatchLoader;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

@DgsDataLoader(name = PreferencesLoader.NAME)
class PreferencesLoader extends IdBatchLoader<UserPreferences> {

  static final String NAME = "preferences";

  private final PreferenceReads reads;

  PreferencesLoader(PreferenceReads reads) {
    this.reads = reads;
  }

  @Override
  protected Map<UUID, UserPreferences> loadAll(Set<UUID> ids) {
    return reads.of(ids);
  }
}
