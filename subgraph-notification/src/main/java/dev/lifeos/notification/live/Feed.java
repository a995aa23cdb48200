package dev.lifeos.notification.live;

import dev.lifeos.notification.inbox.NotificationEventKind;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How far one subscription has come. Used by one thread at a time. */
final class Feed {

  private final EventLog log;
  private final Clock clock;
  private final UUID owner;
  private @Nullable Long position;
  private boolean hasMore;

  /**
   * @param position the last event that the client has; null to begin now
   */
  Feed(EventLog log, Clock clock, UUID owner, @Nullable Long position) {
    this.log = log;
    this.clock = clock;
    this.owner = owner;
    this.position = position;
  }

  /** The next events; none if there are none yet. */
  synchronized List<NotificationEvent> next() {
    if (position == null) {
      position = log.after(owner, Long.MAX_VALUE).lastSequence();
      return List.of();
    }
    var slice = log.after(owner, position);
    if (slice.lastSequence() == position) {
      hasMore = false;
      return List.of();
    }
    var events = slice.follows(position) ? slice.events() : List.of(resync(slice));
    position = events.getLast().sequence();
    hasMore = position < slice.lastSequence();
    return events;
  }

  /** Whether there were more events than the last batch took. */
  synchronized boolean hasMore() {
    return hasMore;
  }

  // What was missed is gone, or the cursor is from a future that a restored backup does not know.
  private NotificationEvent resync(Slice slice) {
    return new NotificationEvent(
        owner,
        slice.lastSequence(),
        NotificationEventKind.RESYNC,
        null,
        slice.counts(),
        clock.instant());
  }
}
