package dev.lifeos.simulators.google.calendar;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One calendar and what is in it; each change gives it a new revision. */
final class GoogleCalendar {
  /** The most events that a calendar here holds, the deleted ones too. */
  static final int MOST = 2_000;

  private final String id;
  private final String name;
  private final String role;
  private final boolean primary;
  private final ZoneId zone;
  private final Map<String, CalendarEvent> events = new TreeMap<>();
  private long revision;
  private Instant updated = Instant.EPOCH;
  private String generation;

  GoogleCalendar(
      String id, String name, String role, boolean primary, ZoneId zone, String generation) {
    this.id = id;
    this.name = name;
    this.role = role;
    this.primary = primary;
    this.zone = zone;
    this.generation = generation;
  }

  String id() {
    return id;
  }

  String name() {
    return name;
  }

  String role() {
    return role;
  }

  boolean primary() {
    return primary;
  }

  ZoneId zone() {
    return zone;
  }

  synchronized long revision() {
    return revision;
  }

  synchronized Instant updated() {
    return updated;
  }

  /** Sync tokens of another generation are too old. */
  synchronized String generation() {
    return generation;
  }

  synchronized void outdateTokens(String next) {
    generation = next;
  }

  /** Keeps an event as it is now. */
  synchronized CalendarEvent put(CalendarEvent event, Instant now) {
    if (events.size() >= MOST && !events.containsKey(event.id())) {
      throw new CalendarError(
          403, "usageLimits", "quotaExceeded", "Calendar usage limits exceeded.");
    }
    revision++;
    updated = now;
    CalendarEvent stamped = event.stamped(revision, now);
    events.put(stamped.id(), stamped);
    return stamped;
  }

  synchronized Optional<CalendarEvent> find(String eventId) {
    return Optional.ofNullable(events.get(eventId));
  }

  /** All that is in it, deleted ones too, by id. */
  synchronized List<CalendarEvent> all() {
    return List.copyOf(events.values());
  }
}
