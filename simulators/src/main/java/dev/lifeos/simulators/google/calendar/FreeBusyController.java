package dev.lifeos.simulators.google.calendar;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** {@code freebusy.query}. */
@RestController
class FreeBusyController {
  private static final int MOST = 50;

  record Item(@Nullable String id) {}

  record Question(@Nullable String timeMin, @Nullable String timeMax, @Nullable List<Item> items) {}

  private final CalendarAccess access;
  private final Calendars calendars;
  private final EventSelection selection;

  FreeBusyController(CalendarAccess access, Calendars calendars, EventSelection selection) {
    this.access = access;
    this.calendars = calendars;
    this.selection = selection;
  }

  @PostMapping("/calendar/v3/freeBusy")
  Map<String, Object> query(
      @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String token,
      @RequestBody Question question) {
    String email = access.freeBusy(token);
    Instant from = moment("timeMin", question.timeMin());
    Instant to = moment("timeMax", question.timeMax());
    List<Item> items = question.items() == null ? List.of() : question.items();
    if (!from.isBefore(to)) {
      throw new CalendarError(
          400, "calendar", "timeRangeEmpty", "The specified time range is empty.");
    }
    if (items.size() > MOST) {
      throw new CalendarError(
          400, "calendar", "tooManyCalendarsRequested", "Too many calendars requested.");
    }
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("kind", "calendar#freeBusy");
    answer.put("timeMin", EventJson.moment(from));
    answer.put("timeMax", EventJson.moment(to));
    Map<String, Object> each = new LinkedHashMap<>();
    items.forEach(item ->
        each.put(String.valueOf(item.id()), calendar(email, String.valueOf(item.id()), from, to)));
    answer.put("calendars", each);
    return answer;
  }

  private Map<String, Object> calendar(String email, String id, Instant from, Instant to) {
    try {
      List<CalendarEvent> events = selection.times(calendars.find(email, id), from, to);
      return Map.of(
          "busy", busy(events.stream().filter(event -> !event.free()).toList(), from, to));
    } catch (CalendarError e) {
      return Map.of(
          "errors", List.of(Map.of("domain", "global", "reason", "notFound")), "busy", List.of());
    }
  }

  // What overlaps or touches is one time; it begins and ends within the question.
  private static List<Map<String, String>> busy(
      List<CalendarEvent> inOrder, Instant from, Instant to) {
    List<Instant[]> spans = new ArrayList<>();
    for (CalendarEvent event : inOrder) {
      Instant start = event.span().start().isBefore(from) ? from : event.span().start();
      Instant end = event.span().end().isAfter(to) ? to : event.span().end();
      if (!spans.isEmpty() && !start.isAfter(spans.getLast()[1])) {
        Instant[] last = spans.getLast();
        last[1] = end.isAfter(last[1]) ? end : last[1];
      } else {
        spans.add(new Instant[] {start, end});
      }
    }
    return spans.stream()
        .map(span -> Map.of("start", span[0].toString(), "end", span[1].toString()))
        .toList();
  }

  private static Instant moment(String name, @Nullable String given) {
    if (given == null) {
      throw new CalendarError(400, "global", "required", "Missing " + name + " parameter.");
    }
    try {
      return OffsetDateTime.parse(given).toInstant();
    } catch (DateTimeException e) {
      throw new CalendarError(400, "global", "badRequest", "Bad Request");
    }
  }
}
