package dev.lifeos.starter.batch;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.dataloader.MappedBatchLoader;

/**
 * A DataLoader for a field of {@code User}: one statement for all the people of a batch, sent by
 * the thread of the request.
 */
public abstract class OwnerBatchLoader<Q, V> implements MappedBatchLoader<OwnerKey<Q>, V> {

  /** Loads one query for all these people, by one statement. */
  protected abstract Map<UUID, V> load(Set<UUID> owners, Q query);

  /** The value for a person who has no rows. */
  protected abstract V none(Q query);

  @Override
  public final CompletionStage<Map<OwnerKey<Q>, V>> load(Set<OwnerKey<Q>> keys) {
    return CompletableFuture.completedFuture(loadAll(keys));
  }

  private Map<OwnerKey<Q>, V> loadAll(Set<OwnerKey<Q>> keys) {
    var ownersByQuery =
        keys.stream()
            .collect(
                Collectors.groupingBy(
                    OwnerKey::query, Collectors.mapping(OwnerKey::ownerId, Collectors.toSet())));
    var values = new HashMap<OwnerKey<Q>, V>();
    ownersByQuery.forEach((query, owners) -> {
      var found = load(owners, query);
      for (var owner : owners) {
        var value = found.get(owner);
        values.put(new OwnerKey<>(owner, query), value == null ? none(query) : value);
      }
    });
    return values;
  }
}
