package dev.lifeos.notification.live;

import dev.lifeos.notification.inbox.NotificationCounts;
import java.util.List;

/**
 * Some of a person's events, in order.
 *
 * @param lastSequence the newest event there is
 * @param counts those of now
 */
record Slice(long lastSequence, NotificationCounts counts, List<NotificationEvent> events) {

  static final Slice NONE = new Slice(0, NotificationCounts.NONE, List.of());

  /** Whether it goes on right behind that event, with nothing in between. */
  boolean follows(long sequence) {
    return !events.isEmpty() && events.getFirst().sequence() == sequence + 1;
  }
}
