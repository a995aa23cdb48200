package dev.lifeos.notification.inbox;

import static dev.lifeos.notification.inbox.InboxWrites.column;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes notifications of one person, whose inbox is locked. */
@Repository
class NotificationWrites {

  /** How many notifications were read at once, and how many of them had not even been seen. */
  record Marked(int unread, int unseen) {}

  private static final String INSERT =
      """
      INSERT INTO notification (id, user_id, topic, priority, title, message, subject_type,
          subject_id, idempotency_key, created_at)
      VALUES (:id, :owner, :topic, :priority, :title, :message, :subjectType,
          cast(:subjectId AS uuid), :key, :now)
      ON CONFLICT DO NOTHING
      """;

  private static final String BY_KEY =
      """
      SELECT %s, n.message FROM notification n
      WHERE n.user_id = :owner AND n.idempotency_key = :key
      """
          .formatted(NotificationRow.COLUMNS);

  private static final String OWN =
      """
      SELECT %s, n.message FROM notification n
      WHERE n.id = ANY (cast(:ids AS uuid[])) AND n.user_id = :owner
      """
          .formatted(NotificationRow.COLUMNS);

  private static final String UPDATE =
      """
      UPDATE notification n
      SET seen_at = c.seen_at, read_at = c.read_at, archived_at = c.archived_at
      FROM unnest(cast(:ids AS uuid[]), cast(:seen AS timestamptz[]), cast(:read AS timestamptz[]),
          cast(:put AS timestamptz[])) AS c (id, seen_at, read_at, archived_at)
      WHERE n.id = c.id
      """;

  private static final String READ_ALL =
      """
      WITH old AS (
        SELECT n.id, n.seen_at FROM notification n
        WHERE n.user_id = :owner AND n.archived_at IS NULL AND n.read_at IS NULL
          AND n.topic = ANY (cast(:topics AS text[])) AND n.created_at < :before),
      changed AS (
        UPDATE notification n SET read_at = :now, seen_at = coalesce(n.seen_at, :now)
        FROM old WHERE n.id = old.id
        RETURNING old.seen_at AS was_seen_at)
      SELECT count(*) AS unread, count(*) FILTER (WHERE was_seen_at IS NULL) AS unseen FROM changed
      """;

  private final JdbcClient jdbc;

  NotificationWrites(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whether it was stored: not if there is one with this key already. */
  boolean insert(Notification notification, @Nullable String key) {
    var subject = notification.subject();
    return jdbc.sql(INSERT)
            .param("id", notification.id())
            .param("owner", notification.ownerId())
            .param("topic", notification.topic().name())
            .param("priority", notification.priority().name())
            .param("title", notification.title())
            .param("message", notification.message())
            .param(
                "subjectType", subject == null ? null : NotificationSubjectType.of(subject).name())
            .param("subjectId", subject == null ? null : subject.id().toString())
            .param("key", key)
            .param("now", notification.createdAt().atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  Optional<Notification> byKey(UUID owner, @Nullable String key) {
    return jdbc.sql(BY_KEY)
        .param("owner", owner)
        .param("key", key)
        .query(NotificationRow::read)
        .optional();
  }

  List<Notification> own(UUID owner, List<UUID> ids) {
    return jdbc.sql(OWN)
        .param("owner", owner)
        .param("ids", column(ids, id -> id))
        .query(NotificationRow::read)
        .list();
  }

  void update(List<Notification> changed) {
    jdbc.sql(UPDATE)
        .param("ids", column(changed, Notification::id))
        .param("seen", column(changed, Notification::seenAt))
        .param("read", column(changed, Notification::readAt))
        .param("put", column(changed, Notification::archivedAt))
        .update();
  }

  Marked readAll(UUID owner, MarkAllReadInput input, Instant now) {
    var topics =
        input.topics() == null ? Arrays.asList(NotificationTopic.values()) : input.topics();
    var before = input.before();
    return jdbc.sql(READ_ALL)
        .param("owner", owner)
        .param("topics", column(topics, NotificationTopic::name))
        .param("before", before == null ? OffsetDateTime.MAX : before.atOffset(ZoneOffset.UTC))
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query((row, n) -> new Marked(row.getInt("unread"), row.getInt("unseen")))
        .single();
  }
}
