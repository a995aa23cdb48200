package dev.lifeos.notification.inbox;

import dev.lifeos.starter.paging.Connection;
import dev.lifeos.starter.paging.Edge;
import dev.lifeos.starter.paging.PageInfo;
import java.util.List;
import java.util.UUID;

/** A page of one person's notifications. */
public record NotificationConnection(
    UUID ownerId, List<Edge<Notification>> edges, PageInfo pageInfo) {

  static NotificationConnection of(UUID ownerId, Connection<Notification> page) {
    return new NotificationConnection(ownerId, page.edges(), page.pageInfo());
  }
}
