package dev.lifeos.simulators.google.calendar;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code events.list} and {@code events.get}. */
@RestController
@RequestMapping("/calendar/v3/calendars/{calendarId}/events")
class EventsController {
  private final CalendarAccess access;
  private final Calendars calendars;
  private final EventSelection selection;
  private final Pages pages;

  EventsController(
      CalendarAccess access, Calendars calendars, EventSelection selection, Pages pages) {
    this.access = access;
    this.calendars = calendars;
    this.selection = selection;
    this.pages = pages;
  }

  @GetMapping
  Map<String, Object> list(
      @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String token,
      @PathVariable String calendarId,
      @RequestParam Map<String, String> parameters) {
    String email = access.events(token);
    GoogleCalendar calendar = calendars.find(email, calendarId);
    EventQuery query = new EventQuery(parameters);
    query.check();
    return page(calendar, email, query, rest(calendar, email, query));
  }

  @GetMapping("/{eventId}")
  Map<String, Object> get(
      @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String token,
      @PathVariable String calendarId,
      @PathVariable String eventId) {
    String email = access.events(token);
    GoogleCalendar calendar = calendars.find(email, calendarId);
    CalendarEvent event = calendar.find(eventId).orElseThrow(CalendarError::notFound);
    return new EventJson(calendar, email, calendar.zone()).of(event);
  }

  private Pages.Rest rest(GoogleCalendar calendar, String email, EventQuery query) {
    String owner = email + " " + calendar.id();
    if (query.pageToken() instanceof String page) {
      return pages.find(page, owner);
    }
    // Before the events are read: what changes meanwhile comes with the next sync, perhaps twice.
    long revision = calendar.revision();
    if (query.syncToken() instanceof String text) {
      SyncToken since = SyncToken.read(text);
      since.check(calendar);
      String next =
          new SyncToken(calendar.id(), since.generation(), revision, since.singleEvents()).text();
      return new Pages.Rest(owner, selection.changed(calendar, since), next);
    }
    SyncToken first =
        new SyncToken(calendar.id(), calendar.generation(), revision, query.singleEvents());
    return new Pages.Rest(
        owner, selection.full(calendar, query), query.givesToken() ? first.text() : null);
  }

  private Map<String, Object> page(
      GoogleCalendar calendar, String email, EventQuery query, Pages.Rest rest) {
    int count = Math.min(query.maxResults(), rest.events().size());
    EventJson json = new EventJson(calendar, email, query.zone(calendar.zone()));
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("kind", "calendar#events");
    page.put("etag", "\"p" + calendar.revision() + "\"");
    page.put("summary", calendar.name());
    page.put("description", "");
    page.put("updated", EventJson.moment(calendar.updated()));
    page.put("timeZone", query.zone(calendar.zone()).getId());
    page.put("accessRole", calendar.role());
    page.put("defaultReminders", List.of());
    if (count < rest.events().size()) {
      List<CalendarEvent> left = rest.events().subList(count, rest.events().size());
      page.put("nextPageToken", pages.keep(new Pages.Rest(rest.owner(), left, rest.syncToken())));
    } else if (rest.syncToken() != null) {
      page.put("nextSyncToken", rest.syncToken());
    }
    page.put("items", rest.events().subList(0, count).stream().map(json::of).toList());
    return page;
  }
}
