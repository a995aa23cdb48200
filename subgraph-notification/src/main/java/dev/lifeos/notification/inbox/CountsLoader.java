package dev.lifeos.notification.inbox;

import com.netflix.graphql.dgs.DgsDataLoader;
import dev.lifeos.starter.batch.IdBatchLoader;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The counts of a batch of people. */
@DgsDataLoader(name = CountsLoader.NAME)
class CountsLoader extends IdBatchLoader<NotificationCounts> {

  static final String NAME = "notificationCounts";

  private final NotificationReads notifications;

  CountsLoader(NotificationReads notifications) {
    this.notifications = notifications;
  }

  @Override
  protected Map<UUID, NotificationCounts> loadAll(Set<UUID> owners) {
    var counts = new HashMap<>(notifications.counts(owners));
    owners.forEach(owner -> counts.putIfAbsent(owner, NotificationCounts.NONE));
    return counts;
  }
}
