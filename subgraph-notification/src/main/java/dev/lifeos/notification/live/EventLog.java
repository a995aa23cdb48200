package dev.lifeos.notification.live;

import dev.lifeos.notification.inbox.NotificationCounts;
import dev.lifeos.notification.inbox.NotificationEventKind;
import dev.lifeos.notification.inbox.NotificationRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.UUID;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/** The events that are kept. */
@Repository
class EventLog {

  private static final int DELETED_AT_ONCE = 5_000;

  // One statement, so that the events and the number of the last one are of the same moment.
  private static final String AFTER =
      """
      SELECT i.last_sequence, i.total AS now_total, i.unseen AS now_unseen,
          i.unread AS now_unread, i.archived AS now_archived, e.*, n.id, n.user_id, n.topic,
          n.priority, n.title, n.message, n.subject_type, n.subject_id, n.created_at
      FROM inbox i
      LEFT JOIN LATERAL (
        SELECT e.sequence, e.kind, e.notification_id, e.seen_at, e.read_at, e.archived_at,
            e.total, e.unseen, e.unread, e.archived, e.occurred_at
        FROM notification_event e
        WHERE e.user_id = i.user_id AND e.sequence > :after
        ORDER BY e.sequence
        LIMIT :limit) e ON true
      LEFT JOIN notification n ON n.id = e.notification_id
      WHERE i.user_id = :owner
      ORDER BY e.sequence
      """;

  private static final String FORGET =
      """
      DELETE FROM notification_event WHERE (user_id, sequence) IN (
        SELECT user_id, sequence FROM notification_event
        WHERE occurred_at < :limit ORDER BY occurred_at LIMIT :count)
      """;

  private final JdbcClient jdbc;
  private final Clock clock;
  private final LiveProperties live;

  EventLog(JdbcClient jdbc, Clock clock, LiveProperties live) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.live = live;
  }

  Slice after(UUID owner, long sequence) {
    ResultSetExtractor<Slice> read = rows -> slice(owner, rows);
    return jdbc.sql(AFTER)
        .param("owner", owner)
        .param("after", sequence)
        .param("limit", live.batch())
        .query(read);
  }

  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1H")
  void forgetOld() {
    var limit = clock.instant().minus(live.kept()).atOffset(ZoneOffset.UTC);
    int deleted;
    do {
      deleted = jdbc.sql(FORGET).param("limit", limit).param("count", DELETED_AT_ONCE).update();
    } while (deleted == DELETED_AT_ONCE);
  }

  private static Slice slice(UUID owner, ResultSet rows) throws SQLException {
    var slice = Slice.NONE;
    var events = new ArrayList<NotificationEvent>();
    while (rows.next()) {
      slice = new Slice(rows.getLong("last_sequence"), countsOfNow(rows), events);
      if (rows.getObject("sequence") != null) {
        events.add(event(owner, rows));
      }
    }
    return slice;
  }

  private static NotificationEvent event(UUID owner, ResultSet row) throws SQLException {
    var concernsOne = row.getObject("notification_id") != null;
    return new NotificationEvent(
        owner,
        row.getLong("sequence"),
        NotificationEventKind.valueOf(row.getString("kind")),
        concernsOne ? NotificationRow.read(row, 0) : null,
        NotificationRow.counts(row, 0),
        row.getObject("occurred_at", OffsetDateTime.class).toInstant());
  }

  private static NotificationCounts countsOfNow(ResultSet row) throws SQLException {
    return new NotificationCounts(
        row.getInt("now_total"),
        row.getInt("now_unseen"),
        row.getInt("now_unread"),
        row.getInt("now_archived"));
  }
}
