package dev.lifeos.auth.calendar;

import dev.lifeos.auth.google.GrantRevoked;
import dev.lifeos.auth.key.OneTimeToken;
import dev.lifeos.starter.error.Fault;
import dev.lifeos.starter.ids.Ids;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Keeps one channel open for each connection. Without one, calendars are asked more often. */
@Component
class Channels {

  private static final Logger LOG = LoggerFactory.getLogger(Channels.class);
  private static final Duration RENEWED_AHEAD = Duration.ofDays(1);

  private final GoogleCalendar google;
  private final ChannelRows rows;

  Channels(GoogleCalendar google, ChannelRows rows) {
    this.google = google;
    this.rows = rows;
  }

  /** Opens a channel where there is none, or it will close within a day; whether one is open. */
  boolean keep(UUID connection, String access) throws GrantRevoked {
    if (google.canPush() && !rows.isOpen(connection, RENEWED_AHEAD)) {
      renew(connection, access);
    }
    return rows.isOpen(connection, Duration.ZERO);
  }

  /** Closes all. */
  void close(UUID connection, String access) throws GrantRevoked {
    for (var channel : rows.of(connection)) {
      close(channel, access);
    }
  }

  // The new one is open before the old one is closed, so that nothing goes unnoticed in between.
  private void renew(UUID connection, String access) throws GrantRevoked {
    var old = rows.of(connection);
    var id = Ids.next();
    var token = OneTimeToken.fresh();
    rows.opening(id, connection, token);
    try {
      rows.opened(id, google.watch(access, id, token));
    } catch (Fault refused) {
      rows.delete(id);
      LOG.warn("Google opens no channel: its calendars are asked from time to time");
      return;
    }
    for (var channel : old) {
      close(channel, access);
    }
  }

  // One that Google does not close closes by itself, and is unknown here from now on.
  private void close(ChannelRows.Opened channel, String access) throws GrantRevoked {
    if (channel.resource() != null) {
      try {
        google.stop(access, channel.id(), channel.resource());
      } catch (Fault away) {
        LOG.warn("A channel could not be closed");
      }
    }
    rows.delete(channel.id());
  }
}
