package dev.lifeos.auth.profile.preference;

import com.netflix.graphql.dgs.DgsDataLoader;
import dev.lifeos.starter.batch.IdBatchLoader;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.task.AsyncTaskExecutor;

@DgsDataLoader(name = PreferencesLoader.NAME)
class PreferencesLoader extends IdBatchLoader<UserPreferences> {

  static final String NAME = "preferences";

  private final PreferenceReads reads;

  PreferencesLoader(
      @Qualifier("dgsAsyncTaskExecutor") AsyncTaskExecutor executor, PreferenceReads reads) {
    super(executor);
    this.reads = reads;
  }

  @Override
  protected Map<UUID, UserPreferences> loadAll(Set<UUID> ids) {
    return reads.of(ids);
  }
}
