package dev.lifeos.starter.batch;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.dataloader.MappedBatchLoader;
import org.springframework.core.task.AsyncTaskExecutor;

/**
 * A DataLoader of entities by id: one statement for all the representations of a batch. Unknown ids
 * give null.
 */
public abstract class IdBatchLoader<V> implements MappedBatchLoader<UUID, V> {

  private final AsyncTaskExecutor executor;

  /**
   * @param executor the bean {@code dgsAsyncTaskExecutor}
   */
  protected IdBatchLoader(AsyncTaskExecutor executor) {
    this.executor = executor;
  }

  /** Loads all these records, by one statement. */
  protected abstract Map<UUID, V> loadAll(Set<UUID> ids);

  @Override
  public final CompletionStage<Map<UUID, V>> load(Set<UUID> ids) {
    return CompletableFuture.supplyAsync(() -> loadAll(ids), executor);
  }
}
