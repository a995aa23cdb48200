package dev.lifeos.simulators;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class GoogleCalendarTest extends SimulatorTest {
  private static final String EVENTS = "/calendar/v3/calendars/primary/events";

  private String email = "";
  private String token = "";

  @BeforeEach
  void a_person_with_a_calendar() {
    email = Google.somebody();
    token = new Google(web()).accessToken(email);
  }

  @Test
  void the_list_of_calendars_has_the_own_one_and_others() {
    JsonNode list = get("/calendar/v3/users/me/calendarList").json();

    assertThat(list.path("kind").asString()).isEqualTo("calendar#calendarList");
    assertThat(list.path("items")).hasSize(3);
    JsonNode own = list.at("/items/0");
    assertThat(own.path("id").asString()).isEqualTo(email);
    assertThat(own.path("primary").asBoolean()).isTrue();
    assertThat(own.path("accessRole").asString()).isEqualTo("owner");
    for (JsonNode each : list.path("items")) {
      String path = "/calendar/v3/calendars/" + Web.encoded(each.path("id").asString()) + "/events";
      assertThat(get(path).json().path("items")).isNotEmpty();
    }
  }

  @Test
  void without_a_token_that_lives_nothing_is_told() {
    assertError(web().get(EVENTS), 401, "required");
    assertError(web().get(EVENTS, "authorization", "Bearer ya29.made-up"), 401, "authError");
    clock.forward(Duration.ofHours(1));
    assertError(get(EVENTS), 401, "authError");
  }

  @Test
  void a_revoked_token_is_refused() {
    web().form("/revoke", Map.of("token", token));

    assertError(get(EVENTS), 401, "authError");
  }

  @Test
  void without_the_scope_nothing_is_told() {
    Map<String, String> request = Google.request("scope", "openid email");
    Google google = new Google(web());
    token = google.redeem(google.code(email, request)).json().path("access_token").asString();

    assertError(get(EVENTS), 403, "insufficientPermissions");
    assertError(get("/calendar/v3/users/me/calendarList"), 403, "insufficientPermissions");
  }

  @Test
  void events_around_today_have_all_that_google_says_of_one() {
    JsonNode list = get(EVENTS + "?singleEvents=true&orderBy=startTime" + today()).json();

    assertThat(list.path("kind").asString()).isEqualTo("calendar#events");
    assertThat(list.path("timeZone").asString()).isEqualTo("Europe/Berlin");
    JsonNode dinner = named(list, "Dinner with Ada and Tom");
    assertThat(dinner.path("status").asString()).isEqualTo("confirmed");
    assertThat(dinner.at("/start/dateTime").asString()).matches(".*T19:00:00\\+0[12]:00");
    assertThat(dinner.at("/start/timeZone").asString()).isEqualTo("Europe/Berlin");
    assertThat(dinner.propertyNames())
        .contains(
            "id", "etag", "htmlLink", "created", "updated", "iCalUID", "organizer", "location");
    assertThat(get(EVENTS + "/" + dinner.path("id").asString()).json().path("summary").asString())
        .isEqualTo("Dinner with Ada and Tom");
    List<String> starts = values(list, "/start/dateTime");
    assertThat(starts).isSorted().hasSizeGreaterThanOrEqualTo(3);
  }

  @Test
  void a_series_is_one_event_or_its_times() {
    JsonNode series = named(all(Map.of()), "Stand-up");
    assertThat(series.at("/recurrence/0").asString())
        .isEqualTo("RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR");
    JsonNode time = named(all(Map.of("singleEvents", "true")), "Stand-up");

    assertThat(time.path("recurringEventId").asString()).isEqualTo(series.path("id").asString());
    assertThat(time.path("id").asString())
        .matches(series.path("id").asString() + "_\\d{8}T\\d{6}Z");
    assertThat(time.path("originalStartTime").path("dateTime").asString())
        .isEqualTo(time.at("/start/dateTime").asString());
    assertThat(time.path("recurrence").isMissingNode()).isTrue();
  }

  @Test
  void the_last_page_alone_has_a_sync_token_and_all_pages_together_are_the_list() {
    List<String> whole = values(all(Map.of("singleEvents", "true", "maxResults", "2500")), "/id");
    List<String> paged = new ArrayList<>();
    Map<String, String> query = new HashMap<>(Map.of("singleEvents", "true", "maxResults", "100"));
    JsonNode page = list(query).json();
    while (page.has("nextPageToken")) {
      assertThat(page.path("items")).hasSize(100);
      assertThat(page.has("nextSyncToken")).isFalse();
      paged.addAll(values(page, "/id"));
      query.put("pageToken", page.path("nextPageToken").asString());
      List<String> lost = values(list(query).json(), "/id");
      page = list(query).json();
      assertThat(values(page, "/id")).as("asked for again").isEqualTo(lost);
    }
    paged.addAll(values(page, "/id"));

    assertThat(page.has("nextSyncToken")).isTrue();
    assertThat(paged).isEqualTo(whole).doesNotHaveDuplicates();
    assertError(list(Map.of("pageToken", "made-up")), 400, "invalid");
  }

  @Test
  void what_changed_since_comes_with_the_token_deletions_too() {
    String since = syncToken(Map.of());
    assertThat(since(since).path("items")).isEmpty();
    String kept = add("Tea", "2027-03-01T15:00", "2027-03-01T16:00");
    String gone = add("Coffee", "2027-03-02T15:00", "2027-03-02T16:00");
    control("DELETE", "/events/" + gone, Map.of());
    JsonNode changes = since(since);

    assertThat(values(changes, "/id")).containsExactlyInAnyOrder(kept, gone);
    JsonNode deleted = byId(changes, gone);
    assertThat(deleted.path("status").asString()).isEqualTo("cancelled");
    assertThat(deleted.has("summary")).as("nothing more can be relied on").isFalse();
    String next = changes.path("nextSyncToken").asString();
    control("PATCH", "/events/" + kept, Map.of("summary", "Green tea"));
    assertThat(byId(since(next), kept).path("summary").asString()).isEqualTo("Green tea");
    assertThat(values(all(Map.of()), "/id")).contains(kept).doesNotContain(gone);
    assertThat(values(all(Map.of("showDeleted", "true")), "/id")).contains(gone);
    assertError(delete(gone), 404, "notFound");
  }

  @Test
  void changes_come_page_by_page_too() {
    String since = syncToken(Map.of());
    List<String> added = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      added.add(
          add(
              "Walk " + i,
              "2027-04-0%dT08:00".formatted(i + 1),
              "2027-04-0%dT09:00".formatted(i + 1)));
    }
    JsonNode first = list(Map.of("syncToken", since, "maxResults", "3")).json();
    assertThat(first.has("nextSyncToken")).isFalse();
    JsonNode second =
        list(Map.of(
                "syncToken",
                since,
                "maxResults",
                "3",
                "pageToken",
                first.path("nextPageToken").asString()))
            .json();

    List<String> got = new ArrayList<>(values(first, "/id"));
    got.addAll(values(second, "/id"));
    assertThat(got).containsExactlyInAnyOrderElementsOf(added);
    assertThat(second.has("nextSyncToken")).isTrue();
  }

  @Test
  void one_time_of_a_series_is_deleted_alone_and_the_series_as_a_whole() {
    String since = syncToken(Map.of("singleEvents", "true"));
    JsonNode times = list(Map.of("singleEvents", "true", "q", "Climbing")).json();
    String time = times.at("/items/3/id").asString();
    String series = times.at("/items/3/recurringEventId").asString();
    control("DELETE", "/events/" + time, Map.of());
    JsonNode one = since(since);

    assertThat(values(one, "/id")).containsExactly(time);
    assertThat(one.at("/items/0/status").asString()).isEqualTo("cancelled");
    assertThat(one.at("/items/0/recurringEventId").asString()).isEqualTo(series);
    assertThat(values(list(Map.of("singleEvents", "true", "q", "Climbing")).json(), "/id"))
        .doesNotContain(time)
        .hasSize(times.path("items").size() - 1);
    assertThat(values(list(Map.of("q", "Climbing")).json(), "/id")).contains(series, time);
    control("DELETE", "/events/" + series, Map.of());
    JsonNode all = since(one.path("nextSyncToken").asString());
    assertThat(all.path("items")).hasSizeGreaterThan(50);
    assertThat(values(all, "/status")).containsOnly("cancelled");
  }

  @Test
  void a_token_that_is_too_old_means_everything_anew() {
    String since = syncToken(Map.of());
    control("POST", "/invalidate-sync-tokens", Map.of());
    Web.Answer gone = list(Map.of("syncToken", since));

    assertError(gone, 410, "fullSyncRequired");
    assertThat(gone.json().at("/error/errors/0/domain").asString()).isEqualTo("calendar");
    assertThat(gone.json().at("/error/errors/0/location").asString()).isEqualTo("syncToken");
    assertThat(since(syncToken(Map.of())).path("items")).isEmpty();
    assertError(list(Map.of("syncToken", "made up")), 400, "invalid");
  }

  @Test
  void a_token_goes_with_no_other_restriction() {
    String since = syncToken(Map.of());
    for (String name : List.of("timeMin", "timeMax", "updatedMin")) {
      assertThat(list(Map.of("syncToken", since, name, "2026-01-01T00:00:00Z")).status())
          .as(name)
          .isEqualTo(400);
    }
    assertThat(list(Map.of("syncToken", since, "q", "tea")).status()).isEqualTo(400);
    assertThat(list(Map.of("syncToken", since, "showDeleted", "false")).status()).isEqualTo(400);
    assertThat(list(Map.of("orderBy", "startTime")).status()).as("not of series").isEqualTo(400);
    assertThat(list(Map.of("timeMin", "yesterday")).status()).isEqualTo(400);
    assertThat(list(Map.of("maxResults", "0")).status()).isEqualTo(400);
    assertThat(list(Map.of("q", "tea")).json().has("nextSyncToken")).isFalse();
  }

  @Test
  void somebody_elses_calendar_is_not_found() {
    assertError(get("/calendar/v3/calendars/dana.demo%40gmail.com/events"), 404, "notFound");
    assertError(get(EVENTS + "/nothing"), 404, "notFound");
  }

  @Test
  void busy_times_are_merged_and_say_nothing_else() {
    add("One", "2027-05-03T10:00:00Z", "2027-05-03T11:00:00Z");
    add("Two", "2027-05-03T10:30:00Z", "2027-05-03T12:00:00Z");
    add("Three", "2027-05-03T15:00:00Z", "2027-05-03T16:00:00Z");
    control(
        "POST",
        "/events",
        Map.of(
            "summary",
            "Open",
            "start",
            "2027-05-03T13:00:00Z",
            "end",
            "2027-05-03T14:00:00Z",
            "free",
            true));
    control("DELETE", "/events/" + byName("Stand-up"), Map.of());
    control("DELETE", "/events/" + byName("Planning"), Map.of());
    JsonNode answer =
        freeBusy("2027-05-03T10:15:00Z", "2027-05-03T18:00:00Z", List.of(email, "nobody@gmail.com"))
            .json();

    JsonNode busy = answer.path("calendars").path(email).path("busy");
    assertThat(busy).hasSize(2);
    assertThat(busy.at("/0/start").asString()).isEqualTo("2027-05-03T10:15:00Z");
    assertThat(busy.at("/0/end").asString()).isEqualTo("2027-05-03T12:00:00Z");
    assertThat(busy.at("/1/start").asString()).isEqualTo("2027-05-03T15:00:00Z");
    assertThat(answer.toString()).doesNotContain("One");
    assertThat(answer.path("calendars").path("nobody@gmail.com").at("/errors/0/reason").asString())
        .isEqualTo("notFound");
    assertError(
        freeBusy("2027-05-03T10:15:00Z", "2027-05-03T10:15:00Z", List.of()), 400, "timeRangeEmpty");
  }

  @Test
  void whoever_watches_is_told() throws Exception {
    try (Receiver receiver = new Receiver()) {
      Web.Answer opened = watch("channel-" + email.substring(0, 8), receiver.address(), "a secret");
      JsonNode channel = opened.json();
      Receiver.Message sync = receiver.next();
      assertThat(sync.header("X-Goog-Resource-State")).isEqualTo("sync");
      assertThat(sync.header("X-Goog-Message-Number")).isEqualTo("1");
      assertThat(sync.header("X-Goog-Channel-ID")).isEqualTo(channel.path("id").asString());
      assertThat(sync.header("X-Goog-Channel-Token")).isEqualTo("a secret");
      assertThat(sync.header("X-Goog-Resource-ID"))
          .isEqualTo(channel.path("resourceId").asString());
      assertThat(sync.body()).isEmpty();

      add("Tea", "2027-03-01T15:00", "2027-03-01T16:00");
      Receiver.Message change = receiver.next();
      assertThat(change.header("X-Goog-Resource-State")).isEqualTo("exists");
      assertThat(change.header("X-Goog-Message-Number")).isEqualTo("2");

      assertThat(watch(channel.path("id").asString(), receiver.address(), "").status())
          .as("not unique")
          .isEqualTo(400);
      assertThat(stop(channel).status()).isEqualTo(204);
      assertError(stop(channel), 404, "notFound");
      add("Cake", "2027-03-01T15:00", "2027-03-01T16:00");
      assertThat(receiver.silent()).isTrue();
    }
  }

  @Test
  void a_receiver_that_is_not_well_is_told_again() throws Exception {
    try (Receiver receiver = new Receiver()) {
      receiver.answers(503);
      watch("again-" + email.substring(0, 8), receiver.address(), "");
      Receiver.Message first = receiver.next();
      receiver.answers(200);
      Receiver.Message second = receiver.next();

      assertThat(second.header("X-Goog-Message-Number"))
          .isEqualTo(first.header("X-Goog-Message-Number"));
    }
  }

  @Test
  void a_channel_ends_by_itself() throws Exception {
    try (Receiver receiver = new Receiver()) {
      JsonNode channel = watch("short-" + email.substring(0, 8), receiver.address(), "").json();
      Instant until = Instant.ofEpochMilli(channel.path("expiration").asLong());
      assertThat(until).isAfter(clock.instant().plus(6, ChronoUnit.DAYS));
      receiver.next();
      clock.forward(Duration.ofDays(8));
      add("Tea", "2027-03-01T15:00", "2027-03-01T16:00");

      assertThat(receiver.silent()).isTrue();
    }
  }

  @Test
  void only_safe_addresses_can_be_told() {
    assertError(watch("unsafe", "http://example.org/hook", ""), 400, "webhookUrlNotHttps");
    assertThat(watch("not an id!", "https://example.org/hook", "").status()).isEqualTo(400);
  }

  @Test
  void a_fault_can_be_ordered() {
    control("POST", "/fail", Map.of("status", 429, "reason", "rateLimitExceeded", "times", 2));

    assertError(get(EVENTS), 429, "rateLimitExceeded");
    assertError(get(EVENTS), 429, "rateLimitExceeded");
    assertThat(get(EVENTS).status()).isEqualTo(200);
  }

  @Test
  void the_page_shows_the_events_and_changes_them() {
    new Google(web()).allow(email, Google.request());
    String page = "/calendar/?account=" + Web.encoded(email);
    assertThat(web().get(page).body()).contains("Design review", "Dinner with Ada and Tom", email);
    String tomorrow = Instant.now().plus(1, ChronoUnit.DAYS).toString().substring(0, 10);
    Web.Answer added =
        web()
            .form(
                "/calendar/add",
                Map.of(
                    "account",
                    email,
                    "calendar",
                    email,
                    "summary",
                    "Tea <b>",
                    "start",
                    tomorrow + "T15:00",
                    "end",
                    tomorrow + "T16:00"));

    assertThat(added.status()).isEqualTo(302);
    assertThat(web().get(page).body()).contains("Tea &lt;b&gt;", "15:00–16:00");
    assertThat(
            web()
                .form(
                    "/calendar/add",
                    Map.of(
                        "account",
                        email,
                        "calendar",
                        email,
                        "start",
                        tomorrow + "T16:00",
                        "end",
                        tomorrow + "T15:00"))
                .status())
        .isEqualTo(400);
  }

  private Web.Answer get(String path) {
    return web().get(path, "authorization", "Bearer " + token);
  }

  private Web.Answer list(Map<String, String> query) {
    return get(EVENTS + "?" + Web.query(query));
  }

  private JsonNode all(Map<String, String> query) {
    Map<String, String> most = new HashMap<>(query);
    most.put("maxResults", "2500");
    return list(most).json();
  }

  private String syncToken(Map<String, String> query) {
    return all(query).path("nextSyncToken").asString();
  }

  private JsonNode since(String syncToken) {
    return list(Map.of("syncToken", syncToken, "maxResults", "2500")).json();
  }

  private String today() {
    Instant midnight = clock.instant().truncatedTo(ChronoUnit.DAYS);
    return "&timeMin="
        + midnight.minus(2, ChronoUnit.HOURS)
        + "&timeMax="
        + midnight.plus(2, ChronoUnit.DAYS);
  }

  private String add(String summary, String start, String end) {
    return control("POST", "/events", Map.of("summary", summary, "start", start, "end", end))
        .json()
        .path("id")
        .asString();
  }

  private String byName(String summary) {
    return named(all(Map.of()), summary).path("id").asString();
  }

  private Web.Answer control(String method, String path, Map<String, ?> body) {
    Web.Answer answer = web().json(method, "/control/calendar/" + email + path, body);
    assertThat(answer.status()).as(answer.body()).isBetween(200, 204);
    return answer;
  }

  private Web.Answer delete(String id) {
    return web().delete("/control/calendar/" + email + "/events/" + id);
  }

  private Web.Answer freeBusy(String from, String to, List<String> ids) {
    List<Map<String, String>> items = ids.stream().map(id -> Map.of("id", id)).toList();
    return web()
        .json(
            "POST",
            "/calendar/v3/freeBusy",
            Map.of("timeMin", from, "timeMax", to, "items", items),
            "authorization",
            "Bearer " + token);
  }

  private Web.Answer watch(String id, String address, String secret) {
    Map<String, Object> wish =
        new HashMap<>(Map.of("id", id, "type", "web_hook", "address", address));
    if (!secret.isEmpty()) {
      wish.put("token", secret);
    }
    return web().json("POST", EVENTS + "/watch", wish, "authorization", "Bearer " + token);
  }

  private Web.Answer stop(JsonNode channel) {
    return web()
        .json(
            "POST",
            "/calendar/v3/channels/stop",
            Map.of(
                "id",
                channel.path("id").asString(),
                "resourceId",
                channel.path("resourceId").asString()),
            "authorization",
            "Bearer " + token);
  }

  private static JsonNode named(JsonNode list, String summary) {
    return find(list, "summary", summary);
  }

  private static JsonNode byId(JsonNode list, String id) {
    return find(list, "id", id);
  }

  private static JsonNode find(JsonNode list, String field, String value) {
    return StreamSupport.stream(list.path("items").spliterator(), false)
        .filter(item -> item.path(field).asString("").equals(value))
        .findFirst()
        .orElseThrow(() -> new AssertionError(value + " is not in " + list));
  }

  private static List<String> values(JsonNode list, String pointer) {
    return StreamSupport.stream(list.path("items").spliterator(), false)
        .map(item -> item.at(pointer).asString(""))
        .filter(value -> !value.isEmpty())
        .toList();
  }

  private static void assertError(Web.Answer answer, int status, String reason) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.json().at("/error/code").asInt()).isEqualTo(status);
    assertThat(answer.json().at("/error/errors/0/reason").asString()).isEqualTo(reason);
    assertThat(answer.json().at("/error/message").asString()).isNotEmpty();
  }
}
