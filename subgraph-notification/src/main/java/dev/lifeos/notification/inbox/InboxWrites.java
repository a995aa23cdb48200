package dev.lifeos.notification.inbox;

import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Locks inboxes, and writes down what happens in them. Only within a transaction. */
@Repository
class InboxWrites {

  private static final String LOCK =
      """
      INSERT INTO inbox AS i (user_id) VALUES (:owner)
      ON CONFLICT (user_id) DO UPDATE SET last_sequence = i.last_sequence
      RETURNING i.last_sequence, i.total, i.unseen, i.unread, i.archived
      """;

  // The events and the row that says which is the last are one statement.
  private static final String SAVE =
      """
      WITH saved AS (
        UPDATE inbox SET last_sequence = :lastSequence, total = :total, unseen = :unseen,
            unread = :unread, archived = :archived
        WHERE user_id = :owner
        RETURNING user_id)
      INSERT INTO notification_event (user_id, sequence, kind, notification_id, seen_at, read_at,
          archived_at, total, unseen, unread, archived, occurred_at)
      SELECT saved.user_id, e.*, cast(:now AS timestamptz)
      FROM saved, unnest(cast(:sequences AS bigint[]), cast(:kinds AS text[]),
          cast(:ids AS uuid[]), cast(:seen AS timestamptz[]), cast(:read AS timestamptz[]),
          cast(:put AS timestamptz[]), cast(:totals AS integer[]), cast(:unseens AS integer[]),
          cast(:unreads AS integer[]), cast(:archiveds AS integer[])) AS e
      """;

  private final JdbcClient jdbc;
  private final Clock clock;
  private final ApplicationEventPublisher publisher;

  InboxWrites(JdbcClient jdbc, Clock clock, ApplicationEventPublisher publisher) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.publisher = publisher;
  }

  /** Waits until nobody else changes this inbox; it is made if there is none. */
  InboxChange lock(UUID owner) {
    record Locked(long lastSequence, NotificationCounts counts) {}
    var locked =
        jdbc.sql(LOCK)
            .param("owner", owner)
            .query((row, n) ->
                new Locked(row.getLong("last_sequence"), NotificationRow.counts(row, n)))
            .single();
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return new InboxChange(owner, locked.lastSequence(), locked.counts(), now);
  }

  /** Writes the counts and events; who listens is told after the commit. */
  void save(InboxChange change) {
    if (change.events().isEmpty()) {
      return;
    }
    var events = change.events();
    var counts = change.counts();
    jdbc.sql(SAVE)
        .param("owner", change.userId())
        .param("lastSequence", change.lastSequence())
        .param("total", counts.total())
        .param("unseen", counts.unseen())
        .param("unread", counts.unread())
        .param("archived", counts.archived())
        .param("now", change.now().atOffset(ZoneOffset.UTC))
        .param("sequences", column(events, InboxChange.Event::sequence))
        .param("kinds", column(events, InboxChange.Event::kind))
        .param("ids", state(events, Notification::id))
        .param("seen", state(events, Notification::seenAt))
        .param("read", state(events, Notification::readAt))
        .param("put", state(events, Notification::archivedAt))
        .param("totals", column(events, event -> event.counts().total()))
        .param("unseens", column(events, event -> event.counts().unseen()))
        .param("unreads", column(events, event -> event.counts().unread()))
        .param("archiveds", column(events, event -> event.counts().archived()))
        .update();
    publisher.publishEvent(new InboxChanged(change.userId()));
  }

  private static @Nullable String[] state(
      List<InboxChange.Event> events, Function<Notification, @Nullable Object> part) {
    return column(
        events, event -> event.notification() == null ? null : part.apply(event.notification()));
  }

  /** A column as texts, which the statement casts: the driver has no array type for instants. */
  static <T> @Nullable String[] column(List<T> rows, Function<T, @Nullable Object> part) {
    return rows.stream().map(part).map(InboxWrites::text).toArray(String[]::new);
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
