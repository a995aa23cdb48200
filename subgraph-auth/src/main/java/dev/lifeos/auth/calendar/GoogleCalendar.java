package dev.lifeos.auth.calendar;

import dev.lifeos.auth.google.GoogleAnswer;
import dev.lifeos.auth.google.GoogleHttp;
import dev.lifeos.auth.google.GoogleProperties;
import dev.lifeos.auth.google.GrantRevoked;
import dev.lifeos.auth.key.OneTimeToken;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Google's Calendar v3, as far as it is needed. */
@Component
class GoogleCalendar {

  private static final Logger LOG = LoggerFactory.getLogger(GoogleCalendar.class);
  private static final String PAGE_SIZE = "250";
  private static final Duration CHANNEL = Duration.ofDays(7);

  private static final int BAD_REQUEST = 400;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int GONE = 410;

  private final GoogleHttp http;
  private final GoogleProperties google;

  GoogleCalendar(GoogleHttp http, GoogleProperties google) {
    this.http = http;
    this.google = google;
  }

  /** Whether Google can reach us. */
  boolean canPush() {
    return !google.webhookUri().isBlank();
  }

  /**
   * A page of the main calendar, each time of a series by itself; empty where Google wants
   * everything to be read anew.
   *
   * @param sync where to go on; null to read everything
   */
  Optional<EventsPage> events(String access, @Nullable String sync, String page)
      throws GrantRevoked {
    var answer = http.get(eventsUri(sync, page), access);
    var isStale = answer.status() == GONE || answer.status() == BAD_REQUEST;
    if (sync != null && isStale) {
      return Optional.empty();
    }
    requireOk(answer);
    var items = answer.body().path("items");
    var changes =
        StreamSupport.stream(items.spliterator(), false)
            .flatMap(item -> EventParser.change(item).stream())
            .toList();
    return Optional.of(page(answer, changes));
  }

  /** Opens a channel by which Google tells of changes. */
  Channel watch(String access, UUID id, OneTimeToken token) throws GrantRevoked {
    var body =
        Map.of(
            "id", id.toString(),
            "type", "web_hook",
            "address", google.webhookUri(),
            "token", token.value(),
            "params", Map.of("ttl", Long.toString(CHANNEL.toSeconds())));
    var answer = http.post(uri("/calendars/primary/events/watch").build().toUri(), access, body);
    requireOk(answer);
    var expiration = answer.body().path("expiration").asLong(0);
    if (answer.text("resourceId").isEmpty() || expiration <= 0) {
      throw GoogleHttp.unavailable();
    }
    return new Channel(answer.text("resourceId"), Instant.ofEpochMilli(expiration));
  }

  /** Closes a channel; that there is none any more is fine. */
  void stop(String access, UUID id, String resource) throws GrantRevoked {
    var body = Map.of("id", id.toString(), "resourceId", resource);
    var answer = http.post(uri("/channels/stop").build().toUri(), access, body);
    if (answer.status() != NOT_FOUND) {
      requireOk(answer);
    }
  }

  private static EventsPage page(GoogleAnswer answer, List<EventChange> changes) {
    var next = answer.text("nextPageToken");
    var sync = answer.text("nextSyncToken");
    if (next.isEmpty() && sync.isEmpty()) {
      LOG.warn("Google's last page has no token to go on with");
      throw GoogleHttp.unavailable();
    }
    return new EventsPage(changes, next, sync);
  }

  // A refused access token is fetched anew with the next try, and shows then whether the grant is.
  private static void requireOk(GoogleAnswer answer) throws GrantRevoked {
    if (answer.ok()) {
      return;
    }
    var error = answer.body().path("error");
    var reason = error.path("errors").path(0).path("reason").stringValue("");
    LOG.warn("Google refuses to tell of a calendar: {} {}", answer.status(), plain(reason));
    if (answer.status() == FORBIDDEN && reason.equals("insufficientPermissions")) {
      throw new GrantRevoked();
    }
    throw GoogleHttp.unavailable();
  }

  private static String plain(String reason) {
    return reason.matches("[A-Za-z]{1,60}") ? reason : "";
  }

  private URI eventsUri(@Nullable String sync, String page) {
    var uri =
        uri("/calendars/primary/events")
            .queryParam("singleEvents", "true")
            .queryParam("maxResults", PAGE_SIZE)
            .queryParam("maxAttendees", "1");
    if (sync != null) {
      uri.queryParam("syncToken", "{sync}");
    }
    if (!page.isEmpty()) {
      uri.queryParam("pageToken", "{page}");
    }
    return uri.encode()
        .buildAndExpand(Map.of("sync", sync == null ? "" : sync, "page", page))
        .toUri();
  }

  private UriComponentsBuilder uri(String path) {
    return UriComponentsBuilder.fromUri(google.calendarUri()).path(path);
  }

  /** A channel at Google. */
  record Channel(String resource, Instant expiresAt) {}
}
