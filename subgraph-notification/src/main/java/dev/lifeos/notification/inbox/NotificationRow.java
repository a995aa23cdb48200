package dev.lifeos.notification.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads a row that has the columns of a notification. */
public final class NotificationRow {

  /** All columns but the message, which is too long for an index. */
  static final String COLUMNS =
      """
      n.id, n.user_id, n.topic, n.priority, n.title, n.subject_type, n.subject_id, n.created_at,
      n.seen_at, n.read_at, n.archived_at\
      """;

  private NotificationRow() {}

  /** The notification of this row. */
  public static Notification read(ResultSet row, int number) throws SQLException {
    return new Notification(
        row.getObject("id", UUID.class),
        row.getObject("user_id", UUID.class),
        NotificationTopic.valueOf(row.getString("topic")),
        row.getString("title"),
        row.getString("message"),
        NotificationPriority.valueOf(row.getString("priority")),
        subject(row),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        instant(row, "seen_at"),
        instant(row, "read_at"),
        instant(row, "archived_at"));
  }

  /** The counts of this row. */
  public static NotificationCounts counts(ResultSet row, int number) throws SQLException {
    return new NotificationCounts(
        row.getInt("total"), row.getInt("unseen"), row.getInt("unread"), row.getInt("archived"));
  }

  private static @Nullable NotificationSubject subject(ResultSet row) throws SQLException {
    var type = row.getString("subject_type");
    return type == null
        ? null
        : NotificationSubjectType.valueOf(type).with(row.getObject("subject_id", UUID.class));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
