package dev.lifeos.notification.inbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one transaction does to one person's inbox, which it has locked. */
final class InboxChange {

  /** One event, with the counts right after it. */
  record Event(
      long sequence,
      NotificationEventKind kind,
      @Nullable Notification notification,
      NotificationCounts counts) {}

  private final UUID userId;
  private final Instant now;
  private final List<Event> events = new ArrayList<>();
  private long lastSequence;
  private NotificationCounts counts;

  InboxChange(UUID userId, long lastSequence, NotificationCounts counts, Instant now) {
    this.userId = userId;
    this.lastSequence = lastSequence;
    this.counts = counts;
    this.now = now;
  }

  void created(Notification notification) {
    counts = counts.with(notification);
    add(NotificationEventKind.CREATED, notification);
  }

  void updated(Notification before, Notification after) {
    counts = counts.without(before).with(after);
    add(NotificationEventKind.UPDATED, after);
  }

  void allRead(int wereUnread, int wereUnseen) {
    counts = counts.afterReading(wereUnread, wereUnseen);
    add(NotificationEventKind.COUNTS, null);
  }

  private void add(NotificationEventKind kind, @Nullable Notification notification) {
    events.add(new Event(++lastSequence, kind, notification, counts));
  }

  UUID userId() {
    return userId;
  }

  /** When the change is made: read after the lock, so that later changes have later times. */
  Instant now() {
    return now;
  }

  long lastSequence() {
    return lastSequence;
  }

  NotificationCounts counts() {
    return counts;
  }

  List<Event> events() {
    return events;
  }
}
