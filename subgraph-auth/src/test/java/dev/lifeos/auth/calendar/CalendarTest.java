package dev.lifeos.auth.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lifeos.auth.google.FakeCalendar;
import dev.lifeos.auth.google.GoogleAccount;
import dev.lifeos.auth.google.GoogleTest;
import dev.lifeos.test.Answer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.core.ConditionFactory;
import org.awaitility.core.ThrowingRunnable;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the tests of calendars share: people who have connected one. */
public abstract class CalendarTest extends GoogleTest {

  protected static final String FROM = "2026-01-01T00:00:00Z";
  protected static final String TO = "2027-01-01T00:00:00Z";

  @Autowired protected JdbcClient jdbc;

  /** Somebody with a calendar. */
  protected record Connected(
      String person,
      String email,
      String token,
      String id,
      GoogleAccount who,
      FakeCalendar calendar) {}

  /** Somebody connects, and all has been read. */
  protected Connected connected(GoogleAccount who) {
    var somebody = somebody();
    var id = connect(somebody.accessToken(), who);
    var connected =
        new Connected(
            somebody.id(),
            somebody.email(),
            somebody.accessToken(),
            id,
            who,
            google.calendarOf(who));
    settles(() -> assertThat(status(connected)).isEqualTo("SYNCED"));
    return connected;
  }

  protected String connect(String token, GoogleAccount who) {
    var answer = by(graph.as(token), "CALENDAR", who).ok();
    assertThat(codes(answer)).isEmpty();
    return String.valueOf(answer.data("completeOAuth.calendar.id"));
  }

  protected Answer calendar(Connected connected) {
    var document = "{ me { calendar { id status email lastSyncedAt failingSince live } } }";
    return graph.as(connected.token()).send(document).ok();
  }

  protected String status(Connected connected) {
    return String.valueOf(calendar(connected).data("me.calendar.status"));
  }

  protected Answer sync(Connected connected) {
    return mutate(
        graph.as(connected.token()),
        "syncCalendar",
        Map.of("connectionId", connected.id()),
        "calendar { id status } errors { code path }");
  }

  protected Answer disconnect(Connected connected) {
    return mutate(
        graph.as(connected.token()),
        "disconnectCalendar",
        Map.of("connectionId", connected.id()),
        "connectionId errors { code path }");
  }

  protected List<String> titles(Connected connected) {
    return titles(connected, FROM, TO);
  }

  protected List<String> titles(Connected connected, String from, String to) {
    return events(connected.token(), from, to, 100, null).list("me.calendarEvents.edges").stream()
        .map(edge -> edge.at("/node/title").asString())
        .toList();
  }

  protected Answer events(String token, String from, String to, int first, @Nullable String after) {
    var document =
        """
        query ($from: DateTime!, $to: DateTime!, $first: Int, $after: String) {
          me { calendarEvents(from: $from, to: $to, first: $first, after: $after) {
            edges { cursor node { id title location url startsAt endsAt allDay firstDay lastDay tentative busy } }
            pageInfo { hasNextPage endCursor } } } }
        """;
    var variables = new HashMap<String, Object>();
    variables.put("from", from);
    variables.put("to", to);
    variables.put("first", first);
    variables.put("after", after);
    return graph.as(token).send(document, variables);
  }

  /** Makes the connection's job due, as if the time had come; one that runs ends first. */
  protected void timePasses(Connected connected) {
    settles(() -> assertThat(makeDue(connected)).isEqualTo(1));
  }

  private int makeDue(Connected connected) {
    return jdbc.sql(
            "UPDATE scheduled_tasks SET execution_time = now() WHERE task_instance = ? AND NOT picked")
        .param(connected.id())
        .update();
  }

  /** In how long the connection's job runs next. */
  protected Duration pause(Connected connected) {
    var seconds =
        jdbc.sql(
                "SELECT extract(epoch FROM execution_time - now()) FROM scheduled_tasks WHERE task_instance = ? AND NOT picked")
            .param(connected.id())
            .query(Double.class)
            .optional();
    return Duration.ofSeconds(seconds.map(Double::longValue).orElse(-1L));
  }

  protected static void settles(ThrowingRunnable assertion) {
    patiently().untilAsserted(assertion);
  }

  protected static ConditionFactory patiently() {
    return await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(30));
  }

  protected static Map<String, Object> timed(String title, String start, String end) {
    return Map.of(
        "summary", title, "start", Map.of("dateTime", start), "end", Map.of("dateTime", end));
  }

  protected static Map<String, Object> allDay(String title, String first, String dayAfter) {
    return Map.of(
        "summary", title, "start", Map.of("date", first), "end", Map.of("date", dayAfter));
  }

  protected static Map<String, Object> on(String title, int day) {
    var date = "2026-05-%02d".formatted(day);
    return timed(title, date + "T09:00:00+02:00", date + "T10:00:00+02:00");
  }

  protected static Map<String, Object> with(Map<String, Object> event, String name, Object value) {
    var more = new HashMap<>(event);
    more.put(name, value);
    return more;
  }
}
