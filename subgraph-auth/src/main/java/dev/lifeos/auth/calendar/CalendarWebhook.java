package dev.lifeos.auth.calendar;

import dev.lifeos.auth.key.OneTimeToken;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where Google says that a calendar has changed, and nothing more. It is asked what, by a job, so
 * that Google is answered at once.
 */
@RestController
class CalendarWebhook {

  private final ChannelRows channels;
  private final SyncRequests requests;

  CalendarWebhook(ChannelRows channels, SyncRequests requests) {
    this.channels = channels;
    this.requests = requests;
  }

  @PostMapping("/webhooks/google-calendar")
  ResponseEntity<Void> changed(
      @RequestHeader(name = "X-Goog-Channel-ID", defaultValue = "") String channel,
      @RequestHeader(name = "X-Goog-Channel-Token", defaultValue = "") String token,
      @RequestHeader(name = "X-Goog-Resource-State", defaultValue = "") String state) {
    var known = id(channel).flatMap(channels::known).filter(found -> isOf(found, token));
    if (known.isEmpty()) {
      return ResponseEntity.notFound().build();
    }
    // Google's greeting when the channel is open.
    if (!state.equals("sync")) {
      requests.now(known.get().connection());
    }
    return ResponseEntity.noContent().build();
  }

  private static boolean isOf(ChannelRows.Known channel, String token) {
    return MessageDigest.isEqual(channel.tokenHash(), new OneTimeToken(token).digest());
  }

  private static Optional<UUID> id(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException unknown) {
      return Optional.empty();
    }
  }
}
