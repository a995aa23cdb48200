package dev.lifeos.notification.inbox;

import com.netflix.graphql.dgs.DgsDataLoader;
import dev.lifeos.starter.batch.IdBatchLoader;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Notifications by id, for references from other subgraphs. */
@DgsDataLoader(name = NotificationByIdLoader.NAME)
class NotificationByIdLoader extends IdBatchLoader<Notification> {

  static final String NAME = "notificationById";

  private final NotificationReads notifications;

  NotificationByIdLoader(NotificationReads notifications) {
    this.notifications = notifications;
  }

  @Override
  protected Map<UUID, Notification> loadAll(Set<UUID> ids) {
    return notifications.byIds(ids).stream()
        .collect(Collectors.toMap(Notification::id, Function.identity()));
  }
}
