package dev.lifeos.notification.inbox;

import com.netflix.graphql.dgs.DgsDataLoader;
import dev.lifeos.starter.batch.OwnerBatchLoader;
import dev.lifeos.starter.paging.Connection;
import dev.lifeos.starter.paging.Cursor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Pages of notifications for a batch of people. */
@DgsDataLoader(name = NotificationsLoader.NAME)
class NotificationsLoader extends OwnerBatchLoader<NotificationsQuery, Connection<Notification>> {

  static final String NAME = "notifications";

  private final NotificationReads notifications;

  NotificationsLoader(NotificationReads notifications) {
    this.notifications = notifications;
  }

  @Override
  protected Map<UUID, Connection<Notification>> load(Set<UUID> owners, NotificationsQuery query) {
    var rows =
        notifications.page(owners, query).stream()
            .collect(Collectors.groupingBy(Notification::ownerId));
    var pages = new HashMap<UUID, Connection<Notification>>();
    rows.forEach((owner, found) -> pages.put(owner, page(found, query)));
    return pages;
  }

  @Override
  protected Connection<Notification> none(NotificationsQuery query) {
    return page(List.of(), query);
  }

  private static Connection<Notification> page(List<Notification> found, NotificationsQuery query) {
    return Connection.of(found, query.page(), one -> Cursor.of(one.createdAt(), one.id()));
  }
}
