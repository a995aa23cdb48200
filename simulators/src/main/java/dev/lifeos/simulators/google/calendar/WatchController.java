package dev.lifeos.simulators.google.calendar;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code events.watch} and {@code channels.stop}. */
@RestController
class WatchController {
  private static final Duration USUAL = Duration.ofDays(7);
  private static final Duration LONGEST = Duration.ofDays(30);

  record Wish(
      @Nullable String id,
      @Nullable String type,
      @Nullable String address,
      @Nullable String token,
      @Nullable Long expiration,
      @Nullable Map<String, String> params) {}

  record Stop(@Nullable String id, @Nullable String resourceId) {}

  private final CalendarAccess access;
  private final Calendars calendars;
  private final Channels channels;
  private final Clock clock;

  WatchController(CalendarAccess access, Calendars calendars, Channels channels, Clock clock) {
    this.access = access;
    this.calendars = calendars;
    this.channels = channels;
    this.clock = clock;
  }

  @PostMapping("/calendar/v3/calendars/{calendarId}/events/watch")
  Map<String, Object> watch(
      @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String token,
      @PathVariable String calendarId,
      @RequestBody Wish wish) {
    String email = access.events(token);
    GoogleCalendar calendar = calendars.find(email, calendarId);
    Channel channel = channel(wish, email, calendar);
    channels.open(channel);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("kind", "api#channel");
    answer.put("id", channel.id());
    answer.put("resourceId", channel.resourceId());
    answer.put("resourceUri", channel.resourceUri());
    if (channel.token() != null) {
      answer.put("token", channel.token());
    }
    answer.put("expiration", Long.toString(channel.expiration().toEpochMilli()));
    return answer;
  }

  @PostMapping("/calendar/v3/channels/stop")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void stop(
      @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String token,
      @RequestBody Stop stop) {
    String email = access.events(token);
    channels.close(email, String.valueOf(stop.id()), String.valueOf(stop.resourceId()));
  }

  private Channel channel(Wish wish, String email, GoogleCalendar calendar) {
    if (wish.id() == null) {
      throw new CalendarError(400, "global", "required", "Required");
    }
    if (!wish.id().matches("[A-Za-z0-9\\-_+/=]{1,64}")) {
      throw new CalendarError(400, "global", "channelIdInvalid", "Invalid channel id");
    }
    if (!"web_hook".equals(wish.type())) {
      throw new CalendarError(400, "push", "channelUnknown", "Unknown channel type");
    }
    if (wish.token() != null && wish.token().length() > 256) {
      throw new CalendarError(400, "push", "channelTokenTooLong", "Channel token too long");
    }
    return new Channel(
        wish.id(),
        wish.token(),
        address(wish.address()),
        email,
        calendar.id(),
        resourceId(email, calendar),
        "https://www.googleapis.com/calendar/v3/calendars/%s/events?alt=json"
            .formatted(calendar.primary() ? "primary" : calendar.id()),
        expiration(wish),
        new AtomicLong());
  }

  private Instant expiration(Wish wish) {
    Instant now = clock.instant();
    Instant wanted = now.plus(USUAL);
    if (wish.expiration() != null) {
      wanted = Instant.ofEpochMilli(wish.expiration());
    } else if (wish.params() != null
        && wish.params().get("ttl") instanceof String ttl
        && ttl.matches("\\d{1,9}")) {
      wanted = now.plusSeconds(Long.parseLong(ttl));
    }
    Instant most = now.plus(LONGEST);
    return wanted.isAfter(most) ? most : wanted;
  }

  // Google takes https only; from this machine to itself there is nothing to protect.
  private static URI address(@Nullable String given) {
    if (given == null) {
      throw new CalendarError(400, "global", "required", "Required");
    }
    try {
      URI address = URI.create(given);
      boolean own =
          "http".equals(address.getScheme())
              && address.getHost() != null
              && InetAddress.getByName(address.getHost()).isLoopbackAddress();
      if ("https".equals(address.getScheme()) || own) {
        return address;
      }
    } catch (IllegalArgumentException | UnknownHostException e) {
      // Said below.
    }
    throw new CalendarError(
        400, "push", "webhookUrlNotHttps", "WebHook callback must be HTTPS: " + given);
  }

  // The same for all channels of a calendar.
  private static String resourceId(String email, GoogleCalendar calendar) {
    String name = email + " " + calendar.id();
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))
        .toString()
        .replace("-", "")
        .substring(0, 27);
  }
}
