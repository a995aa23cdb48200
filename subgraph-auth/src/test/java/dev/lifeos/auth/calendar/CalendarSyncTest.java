package dev.lifeos.auth.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeos.auth.MailBox;
import dev.lifeos.auth.google.GoogleAccount;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** What is read of a calendar, and when. */
class CalendarSyncTest extends CalendarTest {

  private static final String EVENTS = "/calendar/v3/calendars/primary/events";

  @Test
  void all_pages_are_read_at_first() {
    var who = GoogleAccount.fresh();
    var calendar = google.calendarOf(who);
    calendar.pageSize(2);
    for (var day = 1; day <= 5; day++) {
      calendar.put("e" + day, on("Event " + day, day));
    }
    var connected = connected(who);
    assertThat(titles(connected))
        .containsExactly("Event 1", "Event 2", "Event 3", "Event 4", "Event 5");
    assertThat(calendar.reads()).containsExactly("full", "full", "full");
    var shown = calendar(connected);
    assertThat(shown.data("me.calendar.email")).isEqualTo(who.email());
    assertThat(shown.data("me.calendar.lastSyncedAt")).isNotNull();
    assertThat(shown.data("me.calendar.failingSince")).isNull();
  }

  @Test
  void then_only_changes_are_read_deletions_too() {
    var who = GoogleAccount.fresh();
    var calendar = google.calendarOf(who);
    for (var day = 1; day <= 3; day++) {
      calendar.put("e" + day, on("Event " + day, day));
    }
    var connected = connected(who);
    var ids = ids(connected);
    calendar.pageSize(1);
    calendar.delete("e1");
    calendar.put("e2", on("Event 2, later", 20));
    calendar.put("e4", on("Event 4", 4));
    sync(connected).ok();
    settles(() ->
        assertThat(titles(connected)).containsExactly("Event 3", "Event 4", "Event 2, later"));
    assertThat(calendar.reads()).containsExactly("full", "changes", "changes", "changes");
    assertThat(ids(connected)).as("an event keeps its id").contains(ids.get(1), ids.get(2));
  }

  @Test
  void a_series_that_is_deleted_takes_its_times_along() {
    var who = GoogleAccount.fresh();
    var calendar = google.calendarOf(who);
    calendar.put("s_1", with(on("Stand-up", 1), "recurringEventId", "s"));
    calendar.put("s_2", with(on("Stand-up", 2), "recurringEventId", "s"));
    calendar.put("other", on("Other", 3));
    var connected = connected(who);
    assertThat(titles(connected)).containsExactly("Stand-up", "Stand-up", "Other");
    calendar.delete("s");
    sync(connected).ok();
    settles(() -> assertThat(titles(connected)).containsExactly("Other"));
  }

  @Test
  void a_stale_token_means_to_read_all_anew_and_nobody_sees_half_of_it() {
    var who = GoogleAccount.fresh();
    var calendar = google.calendarOf(who);
    calendar.put("e1", on("Old 1", 1));
    calendar.put("e2", on("Old 2", 2));
    var connected = connected(who);
    calendar.delete("e1");
    calendar.put("e2", on("New 2", 2));
    calendar.put("e3", on("New 3", 3));
    calendar.forgetTokens();
    calendar.pageSize(1);
    var second = calendar.gate("page-1");
    sync(connected).ok();
    settles(() -> assertThat(status(connected)).isEqualTo("RESYNCING"));
    settles(() -> assertThat(stored(connected)).as("the first page is written").isEqualTo(3));
    assertThat(titles(connected)).containsExactly("Old 1", "Old 2");
    second.countDown();
    settles(() -> assertThat(titles(connected)).containsExactly("New 2", "New 3"));
    assertThat(status(connected)).isEqualTo("SYNCED");
    assertThat(stored(connected)).isEqualTo(2);
    assertThat(calendar.reads()).containsExactly("full", "changes", "full", "full");
  }

  @Test
  void a_withdrawn_grant_is_shown_and_told_once() {
    var who = GoogleAccount.fresh();
    google.calendarOf(who).put("e1", on("Event", 1));
    var connected = connected(who);
    google.withdraw(who);
    sync(connected).ok();
    settles(() -> assertThat(status(connected)).isEqualTo("REAUTH_REQUIRED"));
    assertThat(titles(connected)).containsExactly("Event");
    assertThat(MailBox.subjects(connected.email(), 2))
        .contains("LifeOS can no longer read your calendar");
    var again = sync(connected).ok();
    assertThat(again.data("syncCalendar.errors.0.code")).isEqualTo("NOT_ALLOWED");
    settles(() -> assertThat(pause(connected)).as("no job is left").isNegative());

    google.calendarOf(who).put("e2", on("Another", 2));
    assertThat(connect(connected.token(), who)).isEqualTo(connected.id());
    settles(() -> assertThat(titles(connected)).containsExactly("Event", "Another"));
    assertThat(status(connected)).isEqualTo("SYNCED");
    assertThat(MailBox.subjects(connected.email(), 2))
        .containsOnlyOnce("LifeOS can no longer read your calendar");
  }

  @Test
  void without_the_scope_nothing_is_connected() {
    var as = graph.as(somebody().accessToken());
    var begun = begin(as, "CALENDAR");
    var returned = google.consent(begun.url(), GoogleAccount.fresh(), "openid email");
    assertThat(codes(complete(as, returned, begun.binding()).ok()))
        .containsExactly("CONSENT_INCOMPLETE");
    assertThat(as.send("{ me { calendar { id } } }").ok().data("me.calendar")).isNull();
  }

  @Test
  void another_google_account_takes_the_place_of_the_first() {
    var first = GoogleAccount.fresh();
    google.calendarOf(first).put("e1", on("First's", 1));
    var connected = connected(first);
    var second = GoogleAccount.fresh();
    google.calendarOf(second).put("e1", on("Second's", 1));
    assertThat(connect(connected.token(), second)).isNotEqualTo(connected.id());
    settles(() -> assertThat(titles(connected)).containsExactly("Second's"));
    settles(() -> assertThat(google.revoked()).contains(first.subject()));
    assertThat(google.calendarOf(first).channels()).isEmpty();
  }

  @Test
  void however_often_it_is_asked_for_one_reads_at_a_time_and_the_last_change_is_seen() {
    var who = GoogleAccount.fresh();
    var connected = connected(who);
    var gate = connected.calendar().gate("changes");
    sync(connected).ok();
    atOnce(8, () -> sync(connected).ok());
    connected.calendar().put("late", on("Late", 1));
    assertThat(sync(connected).ok().list("syncCalendar.errors")).isEmpty();
    gate.countDown();
    settles(() -> assertThat(titles(connected)).containsExactly("Late"));
    settles(() -> assertThat(pause(connected)).isPositive());
    assertThat(connected.calendar().mostReadingAtOnce()).isEqualTo(1);
    assertThat(connected.calendar().reads().size()).as("not once each").isLessThan(6);
  }

  @Test
  void many_calendars_that_are_slow_are_all_read_and_mails_go_out_meanwhile() {
    var gates = new ArrayList<CountDownLatch>();
    var people = new ArrayList<Connected>();
    for (var number = 0; number < 6; number++) {
      var connected = connected(GoogleAccount.fresh());
      settles(() -> assertThat(pause(connected)).isPositive());
      gates.add(connected.calendar().gate("changes"));
      people.add(connected);
    }
    people.forEach(each -> each.calendar().put("e1", on("Event", 1)));
    people.forEach(each -> sync(each).ok());
    assertThat(somebody().accessToken()).as("came by a mail").isNotEmpty();
    gates.forEach(CountDownLatch::countDown);
    for (var each : people) {
      timePasses(each);
      settles(() -> assertThat(titles(each)).containsExactly("Event"));
    }
  }

  @Test
  void syncs_that_are_asked_for_very_often_are_slowed_down() {
    var connected = connected(GoogleAccount.fresh());
    var codes =
        Collections.nCopies(31, connected).stream()
            .map(each -> sync(each).ok().data("syncCalendar.errors.0.code"))
            .toList();
    assertThat(codes.getLast()).isEqualTo("TOO_MANY_ATTEMPTS");
    assertThat(codes.getFirst()).isNull();
  }

  @Test
  void google_that_is_away_is_tried_again_later_and_later() {
    var who = GoogleAccount.fresh();
    google.calendarOf(who).put("e1", on("Event", 1));
    var connected = connected(who);
    google.breaks(EVENTS, 503, "<html>oops</html>");
    sync(connected).ok();
    settles(() -> assertThat(calendar(connected).data("me.calendar.failingSince")).isNotNull());
    settles(() ->
        assertThat(pause(connected)).isBetween(Duration.ofSeconds(15), Duration.ofSeconds(30)));
    timePasses(connected);
    settles(() ->
        assertThat(pause(connected)).isBetween(Duration.ofSeconds(40), Duration.ofSeconds(60)));
    assertThat(status(connected)).isEqualTo("SYNCED");
    assertThat(titles(connected)).containsExactly("Event");

    google.heal();
    connected.calendar().put("e2", on("Another", 2));
    timePasses(connected);
    settles(() -> assertThat(titles(connected)).containsExactly("Event", "Another"));
    assertThat(calendar(connected).data("me.calendar.failingSince")).isNull();
  }

  @Test
  void nonsense_from_google_changes_nothing() {
    var who = GoogleAccount.fresh();
    google.calendarOf(who).put("e1", on("Event", 1));
    var connected = connected(who);
    for (var nonsense : List.of("<html>", "{}", "[]", "{\"items\": 7}", "")) {
      google.breaks(EVENTS, 200, nonsense);
      timePasses(connected);
      settles(() -> assertThat(calendar(connected).data("me.calendar.failingSince")).isNotNull());
      settles(() -> assertThat(pause(connected)).isPositive());
      google.heal();
    }
    assertThat(titles(connected)).containsExactly("Event");
  }

  @Test
  void changes_are_looked_for_from_time_to_time_without_being_told() {
    google.breaks(EVENTS + "/watch", 400, "{\"error\": {\"code\": 400}}");
    var connected = connected(GoogleAccount.fresh());
    settles(() ->
        assertThat(pause(connected)).isBetween(Duration.ofMinutes(14), Duration.ofMinutes(15)));
    assertThat(calendar(connected).data("me.calendar.live")).isEqualTo("false");
    connected.calendar().put("e1", on("Event", 1));
    timePasses(connected);
    settles(() -> assertThat(titles(connected)).containsExactly("Event"));
  }

  @Test
  void all_is_read_anew_after_two_weeks_since_series_do_not_go_on_by_themselves() {
    var connected = connected(GoogleAccount.fresh());
    connected.calendar().put("e1", on("Event", 1));
    clock.ahead(Duration.ofDays(15));
    sync(connected).ok();
    settles(() -> assertThat(titles(connected)).containsExactly("Event"));
    assertThat(connected.calendar().reads()).containsExactly("full", "full");
  }

  @Test
  void what_is_disconnected_is_gone_and_given_back() {
    var who = GoogleAccount.fresh();
    google.calendarOf(who).put("e1", on("Event", 1));
    var connected = connected(who);
    assertThat(disconnect(connected).ok().list("disconnectCalendar.errors")).isEmpty();
    assertThat(calendar(connected).data("me.calendar")).isNull();
    assertThat(titles(connected)).isEmpty();
    settles(() -> assertThat(google.revoked()).contains(who.subject()));
    settles(() -> assertThat(connected.calendar().channels()).isEmpty());
    settles(() -> assertThat(rows(connected)).isZero());
    assertThat(disconnect(connected).ok().data("disconnectCalendar.errors.0.code"))
        .isEqualTo("NOT_FOUND");
    assertThat(
            graph
                .as(connected.token())
                .send("{ me { securityEvents { edges { node { type } } } } }")
                .body())
        .contains("CALENDAR_CONNECTED", "CALENDAR_DISCONNECTED");
  }

  @Test
  void google_is_told_of_it_later_where_it_is_away() {
    var who = GoogleAccount.fresh();
    var connected = connected(who);
    google.breaks("/revoke", 503, "");
    disconnect(connected).ok();
    assertThat(calendar(connected).data("me.calendar")).isNull();
    settles(() -> assertThat(pause(connected)).isPositive());
    assertThat(google.revoked()).doesNotContain(who.subject());
    google.heal();
    timePasses(connected);
    settles(() -> assertThat(google.revoked()).contains(who.subject()));
    settles(() -> assertThat(rows(connected)).isZero());
  }

  @Test
  void what_belongs_to_an_account_that_is_gone_is_given_back() {
    var who = GoogleAccount.fresh();
    google.calendarOf(who).put("e1", on("Event", 1));
    var connected = connected(who);
    settles(() -> assertThat(pause(connected)).isPositive());
    deleteAccount(connected);
    settles(() -> assertThat(rows(connected)).isZero());
    assertThat(stored(connected)).isZero();
    assertThat(google.revoked()).contains(who.subject());
    assertThat(connected.calendar().channels()).isEmpty();
  }

  @Test
  void nothing_stays_of_an_account_that_is_gone_where_google_had_withdrawn_the_grant() {
    var who = GoogleAccount.fresh();
    google.calendarOf(who).put("e1", on("Event", 1));
    var connected = connected(who);
    google.withdraw(who);
    sync(connected).ok();
    settles(() -> assertThat(status(connected)).isEqualTo("REAUTH_REQUIRED"));
    deleteAccount(connected);
    settles(() -> assertThat(rows(connected)).isZero());
    assertThat(stored(connected)).isZero();
  }

  @Test
  void an_account_that_goes_while_its_calendar_is_read_leaves_nothing() {
    var who = GoogleAccount.fresh();
    var connected = connected(who);
    var gate = connected.calendar().gate("changes");
    sync(connected).ok();
    settles(() -> assertThat(isRunning(connected)).isTrue());
    deleteAccount(connected);
    assertThat(isRunning(connected)).isTrue();
    gate.countDown();
    settles(() -> assertThat(rows(connected)).isZero());
    assertThat(google.revoked()).contains(who.subject());
  }

  @Test
  void who_shares_a_google_account_keeps_it() {
    var who = GoogleAccount.fresh();
    var one = connected(who);
    var other = connected(who);
    disconnect(one).ok();
    settles(() -> assertThat(rows(one)).isZero());
    assertThat(google.revoked()).doesNotContain(who.subject());
    other.calendar().put("e1", on("Event", 1));
    sync(other).ok();
    settles(() -> assertThat(titles(other)).containsExactly("Event"));
  }

  @Test
  void somebody_elses_calendar_is_not_there() {
    var one = connected(GoogleAccount.fresh());
    var other = connected(GoogleAccount.fresh());
    var theirs =
        new Connected(
            other.person(), other.email(), other.token(), one.id(), other.who(), other.calendar());
    assertThat(sync(theirs).ok().data("syncCalendar.errors.0.code")).isEqualTo("NOT_FOUND");
    assertThat(disconnect(theirs).ok().data("disconnectCalendar.errors.0.code"))
        .isEqualTo("NOT_FOUND");
    assertThat(status(one)).isEqualTo("SYNCED");
    var keys = List.of(Map.of("id", one.person()));
    for (var field :
        List.of(
            "calendar { id }",
            "calendarEvents(from: \"%s\", to: \"%s\") { edges { cursor } }".formatted(FROM, TO),
            "freeBusy(from: \"2026-01-01T00:00:00Z\", to: \"2026-02-01T00:00:00Z\") { asOf }")) {
      var answer = graph.as(other.token()).entities("User", keys, field);
      assertThat(answer.firstErrorCode()).as(field).isEqualTo("FORBIDDEN");
    }
  }

  @Test
  void the_grant_does_not_lie_open() {
    var connected = connected(GoogleAccount.fresh());
    var sealed =
        jdbc.sql("SELECT refresh_token FROM calendar_connection WHERE id = cast(? AS uuid)")
            .param(connected.id())
            .query((row, number) -> row.getBytes(1))
            .single();
    assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("1//");
    sync(connected).ok();
    assertThat(google.tokenRequests())
        .anyMatch(form -> String.valueOf(form.get("refresh_token")).startsWith("1//"));
  }

  private List<String> ids(Connected connected) {
    return events(connected.token(), FROM, TO, 100, null).list("me.calendarEvents.edges").stream()
        .map(edge -> edge.at("/node/id").asString())
        .toList();
  }

  // The first run of the job ends the sessions, the second deletes.
  private void deleteAccount(Connected connected) {
    var input = Map.of("email", connected.email());
    assertThat(
            mutate(graph.as(connected.token()), "requestAccountDeletion", input, "errors { code }")
                .ok()
                .list("requestAccountDeletion.errors"))
        .isEmpty();
    clock.ahead(Duration.ofDays(15));
    settles(() -> {
      jdbc.sql(
              "UPDATE scheduled_tasks SET execution_time = now() WHERE task_name = 'account-deletion' AND NOT picked")
          .update();
      assertThat(accounts(connected)).isZero();
    });
  }

  private int accounts(Connected connected) {
    return jdbc.sql("SELECT count(*) FROM account WHERE id = cast(? AS uuid)")
        .param(connected.person())
        .query(Integer.class)
        .single();
  }

  private boolean isRunning(Connected connected) {
    return jdbc.sql(
            "SELECT EXISTS (SELECT FROM scheduled_tasks WHERE task_instance = ? AND picked)")
        .param(connected.id())
        .query(Boolean.class)
        .single();
  }

  private int stored(Connected connected) {
    return jdbc.sql("SELECT count(*) FROM calendar_event WHERE connection_id = cast(? AS uuid)")
        .param(connected.id())
        .query(Integer.class)
        .single();
  }

  private int rows(Connected connected) {
    return jdbc.sql("SELECT count(*) FROM calendar_connection WHERE id = cast(? AS uuid)")
        .param(connected.id())
        .query(Integer.class)
        .single();
  }
}
