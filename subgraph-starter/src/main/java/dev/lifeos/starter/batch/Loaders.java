package dev.lifeos.starter.batch;

import graphql.schema.DataFetchingEnvironment;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;

/** Asks the DataLoaders of a request. */
public final class Loaders {

  private Loaders() {}

  /**
   * One person's part of a query, from an {@link OwnerBatchLoader}.
   *
   * @param loader the loader's name in its {@code @DgsDataLoader}
   */
  public static <Q, V> CompletableFuture<V> load(
      DataFetchingEnvironment env, String loader, UUID ownerId, Q query) {
    DataLoader<OwnerKey<Q>, V> found = Objects.requireNonNull(env.getDataLoader(loader));
    return found.load(new OwnerKey<>(ownerId, query));
  }

  /**
   * A record by id, from an {@link IdBatchLoader}.
   *
   * @param loader the loader's name in its {@code @DgsDataLoader}
   */
  public static <V> CompletableFuture<V> load(DataFetchingEnvironment env, String loader, UUID id) {
    DataLoader<UUID, V> found = Objects.requireNonNull(env.getDataLoader(loader));
    return found.load(id);
  }
}
