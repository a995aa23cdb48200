package dev.lifeos.auth.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeos.auth.google.GoogleAccount;
import dev.lifeos.test.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What people see of their calendars. */
class CalendarReadTest extends CalendarTest {

  @Test
  void events_come_by_when_they_begin_page_by_page() {
    var who = GoogleAccount.fresh();
    var calendar = google.calendarOf(who);
    for (var day = 1; day <= 7; day++) {
      calendar.put("e" + day, on("Event " + (8 - day), 8 - day));
    }
    calendar.put("same", on("Event 3, too", 3));
    calendar.put("day", allDay("Day 4", "2026-05-04", "2026-05-05"));
    var connected = connected(who);
    var seen = new ArrayList<String>();
    String after = null;
    do {
      var page = events(connected.token(), FROM, TO, 2, after).ok();
      page.list("me.calendarEvents.edges")
          .forEach(edge -> seen.add(edge.at("/node/title").asString()));
      after =
          page.at("me.calendarEvents.pageInfo.hasNextPage").booleanValue()
              ? page.data("me.calendarEvents.pageInfo.endCursor")
              : null;
    } while (after != null);
    assertThat(seen).hasSize(9).doesNotHaveDuplicates();
    assertThat(seen.subList(0, 2)).containsExactly("Event 1", "Event 2");
    assertThat(seen.subList(2, 4)).containsExactlyInAnyOrder("Event 3", "Event 3, too");
    assertThat(seen.subList(4, 9))
        .containsExactly("Day 4", "Event 4", "Event 5", "Event 6", "Event 7");
  }

  @Test
  void an_event_has_all_its_parts() {
    var who = GoogleAccount.fresh();
    var event =
        with(
            with(on("Dentist", 1), "location", "Main Street"),
            "htmlLink",
            "https://calendar.example/e1");
    google.calendarOf(who).put("e1", with(event, "status", "tentative"));
    var node =
        events(connected(who).token(), FROM, TO, 1, null).ok().at("me.calendarEvents.edges.0.node");
    assertThat(node.path("title").asString()).isEqualTo("Dentist");
    assertThat(node.path("location").asString()).isEqualTo("Main Street");
    assertThat(node.path("url").asString()).isEqualTo("https://calendar.example/e1");
    assertThat(node.path("startsAt").asString()).isEqualTo("2026-05-01T07:00:00Z");
    assertThat(node.path("endsAt").asString()).isEqualTo("2026-05-01T08:00:00Z");
    assertThat(node.path("allDay").booleanValue()).isFalse();
    assertThat(node.path("firstDay").isNull()).isTrue();
    assertThat(node.path("tentative").booleanValue()).isTrue();
    assertThat(node.path("busy").booleanValue()).isTrue();
  }

  @Test
  void what_touches_the_range_is_in_it() {
    var who = GoogleAccount.fresh();
    var calendar = google.calendarOf(who);
    calendar.put("before", timed("Before", "2026-05-01T08:00:00Z", "2026-05-01T10:00:00Z"));
    calendar.put("into", timed("Into", "2026-05-01T09:00:00Z", "2026-05-01T10:30:00Z"));
    calendar.put("over", timed("Over", "2026-04-28T09:00:00Z", "2026-05-03T10:30:00Z"));
    calendar.put("moment", timed("Moment", "2026-05-01T10:00:00Z", "2026-05-01T10:00:00Z"));
    calendar.put("after", timed("After", "2026-05-01T12:00:00Z", "2026-05-01T13:00:00Z"));
    calendar.put("days", allDay("Days", "2026-04-25", "2026-05-02"));
    calendar.put("yesterday", allDay("Yesterday", "2026-04-30", "2026-05-01"));
    var connected = connected(who);
    assertThat(titles(connected, "2026-05-01T10:00:00Z", "2026-05-01T12:00:00Z"))
        .containsExactlyInAnyOrder("Into", "Over", "Moment", "Days");
  }

  @Test
  void ranges_are_bounded() {
    var token = somebody().accessToken();
    for (var range :
        List.of(
            List.of(FROM, FROM),
            List.of(TO, FROM),
            List.of("2026-01-01T00:00:00Z", "2027-01-02T00:00:01Z"),
            List.of("0001-01-01T00:00:00Z", "0001-02-01T00:00:00Z"),
            List.of("9999-01-01T00:00:00Z", "9999-02-01T00:00:00Z"))) {
      var answer = events(token, range.get(0), range.get(1), 10, null);
      assertThat(answer.firstErrorCode()).as(range.toString()).isEqualTo("BAD_USER_INPUT");
    }
    assertThat(busy(token, FROM, "2026-03-05T00:00:00Z").firstErrorCode())
        .isEqualTo("BAD_USER_INPUT");
    assertThat(busy(token, TO, FROM).firstErrorCode()).isEqualTo("BAD_USER_INPUT");
    assertThat(events(token, FROM, TO, 0, null).firstErrorCode()).isEqualTo("BAD_USER_INPUT");
    assertThat(events(token, FROM, TO, 10, "nonsense").firstErrorCode())
        .isEqualTo("BAD_USER_INPUT");
    assertThat(
            events(token, "2026-01-01T00:00:00Z", "2027-01-02T00:00:00Z", 10, null)
                .ok()
                .list("me.calendarEvents.edges"))
        .isEmpty();
  }

  @Test
  void whole_days_are_the_persons_days_also_when_clocks_change() {
    var who = GoogleAccount.fresh();
    var calendar = google.calendarOf(who);
    calendar.put("spring", allDay("Spring", "2026-03-29", "2026-03-30"));
    calendar.put("autumn", allDay("Autumn", "2026-10-25", "2026-10-26"));
    var connected = connected(who);
    var spring = event(connected, "2026-03-29T10:00:00Z", "2026-03-29T11:00:00Z");
    assertThat(spring.path("startsAt").asString()).isEqualTo("2026-03-28T23:00:00Z");
    assertThat(spring.path("endsAt").asString()).as("23 hours").isEqualTo("2026-03-29T22:00:00Z");
    var autumn = event(connected, "2026-10-25T22:30:00Z", "2026-10-25T22:45:00Z");
    assertThat(autumn.path("startsAt").asString()).isEqualTo("2026-10-24T22:00:00Z");
    assertThat(autumn.path("endsAt").asString()).as("25 hours").isEqualTo("2026-10-25T23:00:00Z");
    assertThat(autumn.path("firstDay").asString()).isEqualTo("2026-10-25");
    assertThat(autumn.path("lastDay").asString()).isEqualTo("2026-10-25");
    assertThat(titles(connected, "2026-10-25T23:00:00Z", "2026-10-26T01:00:00Z")).isEmpty();
    assertThat(busyPeriods(connected, "2026-10-24T00:00:00Z", "2026-10-27T00:00:00Z"))
        .containsExactly("2026-10-24T22:00:00Z/2026-10-25T23:00:00Z");
  }

  @Test
  void whole_days_move_with_the_person() {
    var who = GoogleAccount.fresh();
    google.calendarOf(who).put("day", allDay("Day", "2026-06-10", "2026-06-12"));
    var connected = connected(who);
    mutate(
            graph.as(connected.token()),
            "updateProfile",
            Map.of("timeZone", "America/New_York"),
            "errors { code }")
        .ok();
    var day = event(connected, "2026-06-10T12:00:00Z", "2026-06-10T13:00:00Z");
    assertThat(day.path("startsAt").asString()).isEqualTo("2026-06-10T04:00:00Z");
    assertThat(day.path("endsAt").asString()).isEqualTo("2026-06-12T04:00:00Z");
    assertThat(day.path("lastDay").asString()).isEqualTo("2026-06-11");
  }

  @Test
  void busy_is_what_takes_time_merged() {
    var who = GoogleAccount.fresh();
    var calendar = google.calendarOf(who);
    calendar.put("one", timed("One", "2026-05-01T08:00:00Z", "2026-05-01T10:00:00Z"));
    calendar.put("overlaps", timed("Two", "2026-05-01T09:00:00Z", "2026-05-01T11:00:00Z"));
    calendar.put("within", timed("Three", "2026-05-01T09:10:00Z", "2026-05-01T09:20:00Z"));
    calendar.put("touches", timed("Four", "2026-05-01T11:00:00Z", "2026-05-01T12:00:00Z"));
    calendar.put("apart", timed("Five", "2026-05-01T13:00:00Z", "2026-05-01T14:00:00Z"));
    calendar.put("moment", timed("Six", "2026-05-01T15:00:00Z", "2026-05-01T15:00:00Z"));
    calendar.put(
        "free",
        with(
            timed("Free", "2026-05-01T16:00:00Z", "2026-05-01T17:00:00Z"),
            "transparency",
            "transparent"));
    var guests =
        List.of(Map.of("self", true, "email", "me@example.org", "responseStatus", "declined"));
    calendar.put(
        "declined",
        with(timed("No", "2026-05-01T18:00:00Z", "2026-05-01T19:00:00Z"), "attendees", guests));
    calendar.put("gone", timed("Gone", "2026-05-01T20:00:00Z", "2026-05-01T21:00:00Z"));
    calendar.put("ends", timed("Ends", "2026-05-01T22:00:00Z", "2026-05-03T00:00:00Z"));
    var connected = connected(who);
    calendar.delete("gone");
    sync(connected).ok();
    settles(() -> assertThat(titles(connected)).doesNotContain("Gone"));
    assertThat(busyPeriods(connected, "2026-05-01T09:30:00Z", "2026-05-02T00:00:00Z"))
        .containsExactly(
            "2026-05-01T09:30:00Z/2026-05-01T12:00:00Z",
            "2026-05-01T13:00:00Z/2026-05-01T14:00:00Z",
            "2026-05-01T22:00:00Z/2026-05-02T00:00:00Z");
    assertThat(busy(connected.token(), FROM, "2026-02-01T00:00:00Z").ok().data("me.freeBusy.asOf"))
        .isNotNull();
  }

  @Test
  void who_has_no_calendar_is_not_busy_and_has_no_events() {
    var token = somebody().accessToken();
    var answer = busy(token, FROM, "2026-02-01T00:00:00Z").ok();
    assertThat(answer.list("me.freeBusy.busy")).isEmpty();
    assertThat(answer.data("me.freeBusy.asOf")).isNull();
    assertThat(events(token, FROM, TO, 10, null).ok().list("me.calendarEvents.edges")).isEmpty();
  }

  @Test
  void events_that_make_no_sense_cost_nothing_but_themselves() {
    var who = GoogleAccount.fresh();
    var calendar = google.calendarOf(who);
    calendar.put("no-times", Map.of("summary", "No times"));
    calendar.put("no-date", allDay("No date", "2026-02-31", "2026-03-01"));
    calendar.put("far", timed("Far", "+12026-05-01T08:00:00Z", "+12026-05-01T08:00:00Z"));
    calendar.put("odd", with(on("A\u0000B", 1), "htmlLink", "javascript:alert(1)"));
    calendar.put("back", timed("Back", "2026-05-02T08:00:00Z", "2026-05-02T07:00:00Z"));
    calendar.put("long", on("x".repeat(5_000), 3));
    calendar.put(
        "unnamed",
        Map.of("start", Map.of("date", "2026-05-04"), "end", Map.of("date", "2026-05-04")));
    var answer = events(connected(who).token(), FROM, TO, 10, null).ok();
    var nodes =
        answer.list("me.calendarEvents.edges").stream().map(edge -> edge.path("node")).toList();
    assertThat(nodes.stream().map(node -> node.path("title").asString("")))
        .containsExactly("AB", "Back", "x".repeat(1_000), "");
    assertThat(nodes.getFirst().path("url").isNull()).isTrue();
  }

  @Test
  void many_peoples_calendars_cost_one_statement_each() {
    var keys = new ArrayList<Map<String, String>>();
    for (var number = 0; number < 3; number++) {
      var who = GoogleAccount.fresh();
      google.calendarOf(who).put("e1", on("Event", 1));
      var connected = connected(who);
      settles(() -> assertThat(pause(connected)).isPositive());
      keys.add(Map.of("id", connected.person()));
    }
    var planner = planner();
    var fields =
        """
        calendar { id } calendarEvents(from: "%s", to: "%s") { edges { node { title } } }
        freeBusy(from: "2026-05-01T00:00:00Z", to: "2026-05-02T00:00:00Z") { busy { startsAt } }
        """
            .formatted(FROM, TO);
    var seen = new ArrayList<String>();
    sql.during(() -> {
      var answer = planner.entities("User", keys, fields).ok();
      answer
          .list("_entities")
          .forEach(person -> seen.add(person.at("/calendarEvents/edges/0/node/title").asString()));
      answer
          .list("_entities")
          .forEach(person -> seen.add(person.at("/freeBusy/busy/0/startsAt").asString()));
    });
    assertThat(seen).hasSize(6).contains("Event", "2026-05-01T07:00:00Z");
    assertThat(sql.statements().stream().filter(text -> text.contains("calendar_"))).hasSize(3);
  }

  private JsonNode event(Connected connected, String from, String to) {
    var found = events(connected.token(), from, to, 10, null).ok();
    assertThat(found.list("me.calendarEvents.edges")).hasSize(1);
    return found.at("me.calendarEvents.edges.0.node");
  }

  private List<String> busyPeriods(Connected connected, String from, String to) {
    return busy(connected.token(), from, to).ok().list("me.freeBusy.busy").stream()
        .map(period -> period.path("startsAt").asString() + "/" + period.path("endsAt").asString())
        .toList();
  }

  private Answer busy(String token, String from, String to) {
    var document =
        "query ($from: DateTime!, $to: DateTime!) { me { freeBusy(from: $from, to: $to) { busy { startsAt endsAt } asOf } } }";
    return graph.as(token).send(document, Map.of("from", from, "to", to));
  }
}
