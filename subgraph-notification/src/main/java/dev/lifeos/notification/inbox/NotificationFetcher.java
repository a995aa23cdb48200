package dev.lifeos.notification.inbox;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.DgsEntityFetcher;
import com.netflix.graphql.dgs.InputArgument;
import com.netflix.graphql.dgs.Source;
import dev.lifeos.starter.access.EntityKeys;
import dev.lifeos.starter.batch.Loaders;
import dev.lifeos.starter.paging.Connection;
import dev.lifeos.starter.paging.Page;
import dev.lifeos.starter.user.User;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A person's notifications and their counts, and notifications by id. */
@DgsComponent
class NotificationFetcher {

  @DgsData(parentType = "User", field = "notifications")
  CompletableFuture<NotificationConnection> notifications(
      DgsDataFetchingEnvironment dfe,
      @Source User user,
      @InputArgument @Nullable NotificationFilter filter,
      Page page) {
    var withMessage = dfe.getSelectionSet().contains("edges/node/message");
    var query =
        new NotificationsQuery(
            filter == null ? NotificationFilter.NONE : filter, page, withMessage);
    return Loaders.<NotificationsQuery, Connection<Notification>>load(
            dfe, NotificationsLoader.NAME, user.id(), query)
        .thenApply(found -> NotificationConnection.of(user.id(), found));
  }

  @DgsData(parentType = "NotificationConnection", field = "unreadCount")
  CompletableFuture<Integer> unreadCount(
      DgsDataFetchingEnvironment dfe, @Source NotificationConnection connection) {
    return counts(dfe, connection.ownerId()).thenApply(NotificationCounts::unread);
  }

  @DgsData(parentType = "User", field = "notificationCounts")
  CompletableFuture<NotificationCounts> notificationCounts(
      DgsDataFetchingEnvironment dfe, @Source User user) {
    return counts(dfe, user.id());
  }

  @DgsEntityFetcher(name = "Notification")
  CompletableFuture<Notification> notification(
      Map<String, Object> key, DgsDataFetchingEnvironment dfe) {
    return Loaders.load(dfe, NotificationByIdLoader.NAME, EntityKeys.id(key));
  }

  private static CompletableFuture<NotificationCounts> counts(
      DgsDataFetchingEnvironment dfe, UUID owner) {
    return Loaders.load(dfe, CountsLoader.NAME, owner);
  }
}
