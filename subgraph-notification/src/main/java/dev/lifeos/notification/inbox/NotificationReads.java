package dev.lifeos.notification.inbox;

import dev.lifeos.starter.paging.Cursor;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the inboxes of many people at once, each kind of question by one statement. */
@Repository
class NotificationReads {

  private static final UUID ANY = new UUID(-1, -1);

  private static final String PAGE =
      """
      SELECT n.*, %%s FROM unnest(cast(:owners AS uuid[])) AS o (id)
      CROSS JOIN LATERAL (
        SELECT %s FROM notification n
        WHERE n.user_id = o.id AND %%s
          AND n.topic = ANY (cast(:topics AS text[]))
          AND n.priority = ANY (cast(:priorities AS text[]))
          AND (n.created_at, n.id) < (:cursorTime, :cursorId)
        ORDER BY n.created_at DESC, n.id DESC
        LIMIT :limit) n %%s
      ORDER BY n.user_id, n.created_at DESC, n.id DESC
      """
          .formatted(NotificationRow.COLUMNS);

  // Messages are fetched after the rows have been chosen, so that they are chosen from an index
  // alone.
  private static final String MESSAGE = "m.message";
  private static final String WITH_MESSAGE = "JOIN notification m ON m.id = n.id";
  private static final String NO_MESSAGE = "cast(null AS text) AS message";

  private static final String BY_ID =
      "SELECT %s, n.message FROM notification n WHERE n.id = ANY (cast(:ids AS uuid[]))"
          .formatted(NotificationRow.COLUMNS);

  private static final String COUNTS =
      """
      SELECT i.user_id, i.total, i.unseen, i.unread, i.archived
      FROM inbox i WHERE i.user_id = ANY (cast(:owners AS uuid[]))
      """;

  private final JdbcClient jdbc;

  NotificationReads(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Notification> page(Set<UUID> owners, NotificationsQuery query) {
    var filter = query.filter();
    var after = query.page().after();
    return jdbc.sql(pageSql(query))
        .param("owners", texts(owners))
        .param("topics", texts(orAll(filter.topics(), NotificationTopic.values())))
        .param("priorities", texts(orAll(filter.priorities(), NotificationPriority.values())))
        .param("cursorTime", after == null ? OffsetDateTime.MAX : place(after))
        .param("cursorId", after == null ? ANY : after.uuid(1))
        .param("limit", query.page().limit())
        .query(NotificationRow::read)
        .list();
  }

  static String pageSql(NotificationsQuery query) {
    var state = state(query.filter());
    return query.withMessage()
        ? PAGE.formatted(MESSAGE, state, WITH_MESSAGE)
        : PAGE.formatted(NO_MESSAGE, state, "");
  }

  List<Notification> byIds(Collection<UUID> ids) {
    return jdbc.sql(BY_ID).param("ids", texts(ids)).query(NotificationRow::read).list();
  }

  Map<UUID, NotificationCounts> counts(Set<UUID> owners) {
    var counts = new HashMap<UUID, NotificationCounts>();
    RowCallbackHandler read =
        row -> counts.put(row.getObject("user_id", UUID.class), NotificationRow.counts(row, 0));
    jdbc.sql(COUNTS).param("owners", texts(owners)).query(read);
    return counts;
  }

  // Literally what the partial indexes say, so that the planner can use them.
  private static String state(NotificationFilter filter) {
    var archived = filter.archived() ? "n.archived_at IS NOT NULL" : "n.archived_at IS NULL";
    return filter.unreadOnly() ? archived + " AND n.read_at IS NULL" : archived;
  }

  private static <T> List<T> orAll(@Nullable List<T> wanted, T[] all) {
    return wanted == null ? Arrays.asList(all) : wanted;
  }

  private static String[] texts(Collection<?> values) {
    return values.stream().map(Object::toString).toArray(String[]::new);
  }

  private static OffsetDateTime place(Cursor cursor) {
    return cursor.instant(0).atOffset(ZoneOffset.UTC);
  }
}
