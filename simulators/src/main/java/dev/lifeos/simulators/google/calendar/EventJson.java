package dev.lifeos.simulators.google.calendar;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Events as Calendar writes them. */
final class EventJson {
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private final GoogleCalendar calendar;
  private final String email;
  private final ZoneId shown;

  EventJson(GoogleCalendar calendar, String email, ZoneId shown) {
    this.calendar = calendar;
    this.email = email;
    this.shown = shown;
  }

  static String moment(Instant instant) {
    return MILLIS.format(instant);
  }

  Map<String, Object> of(CalendarEvent event) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("kind", "calendar#event");
    json.put("etag", "\"" + event.updated().toEpochMilli() * 2 + "\"");
    json.put("id", event.id());
    json.put("status", event.cancelled() ? "cancelled" : "confirmed");
    // Of a deleted event no more can be relied on.
    if (!event.cancelled()) {
      content(json, event);
    }
    if (event.instanceOf() instanceof InstanceOf of) {
      json.put("recurringEventId", of.series());
      json.put("originalStartTime", event.span().json(of.originalStart(), shown));
    }
    return json;
  }

  private void content(Map<String, Object> json, CalendarEvent event) {
    json.put("htmlLink", "https://www.google.com/calendar/event?eid=" + event.id());
    json.put("created", moment(event.created()));
    json.put("updated", moment(event.updated()));
    json.put("summary", event.summary());
    text(json, "description", event.description());
    text(json, "location", event.location());
    json.put("creator", Map.of("email", email, "self", true));
    json.put("organizer", organizer());
    json.put("start", event.span().startJson(shown));
    json.put("end", event.span().endJson(shown));
    if (event.isSeries()) {
      json.put("recurrence", List.of(Series.rule(event.weekly())));
    }
    if (event.free()) {
      json.put("transparency", "transparent");
    }
    json.put("iCalUID", uid(event) + "@google.com");
    json.put("sequence", 0);
    json.put("reminders", Map.of("useDefault", true));
    json.put("eventType", "default");
  }

  private Map<String, Object> organizer() {
    return calendar.primary()
        ? Map.of("email", email, "self", true)
        : Map.of("email", calendar.id(), "displayName", calendar.name(), "self", true);
  }

  private static String uid(CalendarEvent event) {
    return event.instanceOf() instanceof InstanceOf of ? of.series() : event.id();
  }

  private static void text(Map<String, Object> json, String name, String value) {
    if (!value.isEmpty()) {
      json.put(name, value);
    }
  }
}
