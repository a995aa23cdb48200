package dev.lifeos.starter.batch;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.dataloader.MappedBatchLoader;

/**
 * A DataLoader of entities by id: one statement for all the representations of a batch. Unknown ids
 * give null.
 */
public abstract class IdBatchLoader<V> implements MappedBatchLoader<UUID, V> {

  /** Loads all these records, by one statement. */
  protected abstract Map<UUID, V> loadAll(Set<UUID> ids);

  @Override
  public final CompletionStage<Map<UUID, V>> load(Set<UUID> ids) {
    return CompletableFuture.completedFuture(loadAll(ids));
  }
}
