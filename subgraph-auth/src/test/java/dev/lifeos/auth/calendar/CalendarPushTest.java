package dev.lifeos.auth.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeos.auth.google.FakeCalendar;
import dev.lifeos.auth.google.GoogleAccount;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Google tells that something has changed. */
class CalendarPushTest extends CalendarTest {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @Test
  void a_change_that_is_told_is_read_at_once() {
    var connected = live();
    var channel = channel(connected);
    assertThat(channel.address()).isEqualTo("https://lifeos.example/webhooks/google-calendar");
    assertThat(channel.token()).hasSize(43);
    connected.calendar().put("e1", on("Event", 1));
    assertThat(push(channel.id(), channel.token(), "exists")).isEqualTo(204);
    settles(() -> assertThat(titles(connected)).containsExactly("Event"));
    settles(() ->
        assertThat(pause(connected)).isBetween(Duration.ofMinutes(59), Duration.ofMinutes(60)));
  }

  @Test
  void a_greeting_is_no_change() {
    var connected = live();
    var before = wanted(connected);
    var channel = channel(connected);
    assertThat(push(channel.id(), channel.token(), "sync")).isEqualTo(204);
    assertThat(wanted(connected)).isEqualTo(before);
  }

  @Test
  void who_does_not_know_the_token_is_told_nothing() {
    var connected = live();
    var before = wanted(connected);
    var channel = channel(connected);
    var others = channel(live());
    assertThat(push(channel.id(), "made-up", "exists")).isEqualTo(404);
    assertThat(push(channel.id(), others.token(), "exists")).isEqualTo(404);
    assertThat(push(channel.id(), "", "exists")).isEqualTo(404);
    assertThat(push(UUID.randomUUID().toString(), channel.token(), "exists")).isEqualTo(404);
    assertThat(push("' OR 1=1", channel.token(), "exists")).isEqualTo(404);
    assertThat(post(Map.of())).isEqualTo(404);
    assertThat(wanted(connected)).isEqualTo(before);
  }

  @Test
  void a_channel_is_renewed_before_it_closes_and_the_old_one_is_closed() {
    var connected = live();
    var old = channel(connected);
    clock.ahead(Duration.ofDays(5));
    sync(connected).ok();
    settles(() -> assertThat(connected.calendar().reads()).hasSizeGreaterThan(1));
    settles(() -> assertThat(pause(connected)).isPositive());
    assertThat(channel(connected)).as("not yet").isEqualTo(old);

    clock.ahead(Duration.ofDays(6).plusHours(1));
    sync(connected).ok();
    settles(() -> assertThat(channel(connected).id()).isNotEqualTo(old.id()));
    settles(() -> assertThat(connected.calendar().channels()).hasSize(1));
    settles(() -> assertThat(push(old.id(), old.token(), "exists")).isEqualTo(404));
    var renewed = channel(connected);
    assertThat(push(renewed.id(), renewed.token(), "exists")).isEqualTo(204);
  }

  @Test
  void a_channel_that_has_closed_is_unknown_and_shown_as_such() {
    var connected = live();
    var channel = channel(connected);
    clock.ahead(Duration.ofDays(8));
    assertThat(push(channel.id(), channel.token(), "exists")).isEqualTo(404);
    assertThat(calendar(connected).data("me.calendar.live")).isEqualTo("false");
  }

  @Test
  void what_is_told_while_it_is_read_is_read_too() {
    var connected = live();
    var channel = channel(connected);
    var gate = connected.calendar().gate("changes");
    assertThat(push(channel.id(), channel.token(), "exists")).isEqualTo(204);
    settles(() -> assertThat(connected.calendar().mostReadingAtOnce()).isEqualTo(1));
    for (var times = 0; times < 5; times++) {
      assertThat(push(channel.id(), channel.token(), "exists")).isEqualTo(204);
    }
    connected.calendar().put("e1", on("Event", 1));
    assertThat(push(channel.id(), channel.token(), "exists")).isEqualTo(204);
    gate.countDown();
    settles(() -> assertThat(titles(connected)).containsExactly("Event"));
    settles(() -> assertThat(pause(connected)).isPositive());
    assertThat(connected.calendar().reads().size()).isLessThan(6);
  }

  private Connected live() {
    var connected = connected(GoogleAccount.fresh());
    settles(() -> assertThat(calendar(connected).data("me.calendar.live")).isEqualTo("true"));
    settles(() -> assertThat(pause(connected)).isPositive());
    return connected;
  }

  private static FakeCalendar.Channel channel(Connected connected) {
    return connected.calendar().channels().getLast();
  }

  private long wanted(Connected connected) {
    return jdbc.sql("SELECT wanted FROM calendar_connection WHERE id = cast(? AS uuid)")
        .param(connected.id())
        .query(Long.class)
        .single();
  }

  private int push(String channel, String token, String state) {
    return post(
        Map.of(
            "X-Goog-Channel-ID", channel,
            "X-Goog-Channel-Token", token,
            "X-Goog-Resource-State", state,
            "X-Goog-Message-Number", "1"));
  }

  private int post(Map<String, String> headers) {
    var request =
        HttpRequest.newBuilder(URI.create(graph.origin() + "/webhooks/google-calendar"))
            .POST(HttpRequest.BodyPublishers.noBody());
    headers.forEach(request::header);
    try {
      return HTTP.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
