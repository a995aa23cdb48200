package dev.lifeos.simulators.google.calendar;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** {@code calendarList.list}; an account has three calendars here, so that there is one page. */
@RestController
class CalendarListController {
  private final CalendarAccess access;
  private final Calendars calendars;

  CalendarListController(CalendarAccess access, Calendars calendars) {
    this.access = access;
    this.calendars = calendars;
  }

  @GetMapping("/calendar/v3/users/me/calendarList")
  Map<String, Object> list(
      @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String token) {
    String email = access.calendars(token);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("kind", "calendar#calendarList");
    answer.put("etag", "\"p1\"");
    answer.put("items", calendars.of(email).stream().map(CalendarListController::entry).toList());
    return answer;
  }

  private static Map<String, Object> entry(GoogleCalendar calendar) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("kind", "calendar#calendarListEntry");
    entry.put("etag", "\"1\"");
    entry.put("id", calendar.id());
    entry.put("summary", calendar.name());
    entry.put("timeZone", calendar.zone().getId());
    entry.put("colorId", calendar.primary() ? "14" : "8");
    entry.put("backgroundColor", calendar.primary() ? "#9fe1e7" : "#16a765");
    entry.put("foregroundColor", "#000000");
    entry.put("selected", true);
    entry.put("accessRole", calendar.role());
    if (calendar.primary()) {
      entry.put("primary", true);
    }
    return entry;
  }
}
