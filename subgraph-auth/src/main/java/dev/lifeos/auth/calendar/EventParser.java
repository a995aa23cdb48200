package dev.lifeos.auth.calendar;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Reads events of Calendar v3. One that makes no sense costs itself, and not the calendar. */
final class EventParser {

  private static final Logger LOG = LoggerFactory.getLogger(EventParser.class);
  private static final int MAX_TEXT = 1_000;
  private static final int MAX_ID = 1_100;
  private static final int MAX_YEAR = 9_999;

  private EventParser() {}

  static Optional<EventChange> change(JsonNode item) {
    var id = item.path("id").stringValue("");
    if (id.isEmpty() || id.length() > MAX_ID) {
      return Optional.empty();
    }
    if (item.path("status").stringValue("").equals("cancelled")) {
      return Optional.of(new EventChange(id, null));
    }
    try {
      return Optional.of(new EventChange(id, event(item)));
    } catch (DateTimeException unreadable) {
      LOG.warn("An event's times make no sense: it is left out");
      return Optional.empty();
    }
  }

  private static ReadEvent event(JsonNode item) {
    var day = item.path("start").path("date").stringValue("");
    return day.isEmpty() ? timed(item) : allDay(item, day(day));
  }

  private static ReadEvent timed(JsonNode item) {
    var start = instant(item.path("start").path("dateTime").stringValue(""));
    var end = instant(item.path("end").path("dateTime").stringValue(""));
    return event(item, start, end.isBefore(start) ? start : end, null, null);
  }

  private static ReadEvent allDay(JsonNode item, LocalDate first) {
    var after = day(item.path("end").path("date").stringValue(""));
    return event(item, null, null, first, after.isAfter(first) ? after : first.plusDays(1));
  }

  private static ReadEvent event(
      JsonNode item,
      @Nullable Instant start,
      @Nullable Instant end,
      @Nullable LocalDate first,
      @Nullable LocalDate after) {
    return new ReadEvent(
        text(item, "recurringEventId"),
        text(item, "summary"),
        text(item, "location"),
        url(item),
        item.path("status").stringValue("").equals("tentative"),
        takesTime(item),
        start,
        end,
        first,
        after);
  }

  private static boolean takesTime(JsonNode item) {
    var isFree = item.path("transparency").stringValue("").equals("transparent");
    return !isFree && !isDeclined(item);
  }

  private static boolean isDeclined(JsonNode item) {
    for (var attendee : item.path("attendees")) {
      if (attendee.path("self").booleanValue(false)) {
        return attendee.path("responseStatus").stringValue("").equals("declined");
      }
    }
    return false;
  }

  private static Instant instant(String text) {
    var time = OffsetDateTime.parse(text);
    requireKept(time.getYear());
    return time.toInstant();
  }

  private static LocalDate day(String text) {
    var day = LocalDate.parse(text);
    requireKept(day.getYear());
    return day;
  }

  private static void requireKept(int year) {
    if (year < 1 || year > MAX_YEAR) {
      throw new DateTimeException("Out of bounds");
    }
  }

  // The database cannot keep U+0000.
  private static @Nullable String text(JsonNode item, String name) {
    var text = item.path(name).stringValue("").replace("\0", "");
    var length = Math.min(MAX_TEXT, text.codePointCount(0, text.length()));
    return text.isBlank() ? null : text.substring(0, text.offsetByCodePoints(0, length));
  }

  // Only what is safe to click on.
  private static @Nullable String url(JsonNode item) {
    var text = text(item, "htmlLink");
    try {
      var url = URI.create(text == null ? "" : text);
      var isWeb = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
      return isWeb && url.getHost() != null ? text : null;
    } catch (IllegalArgumentException malformed) {
      return null;
    }
  }
}
