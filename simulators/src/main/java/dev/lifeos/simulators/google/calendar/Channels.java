package dev.lifeos.simulators.google.calendar;

import dev.lifeos.simulators.google.Bounded;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The channels that are open, in memory. */
@Component
class Channels {
  private static final int MOST = 1_000;

  private final Clock clock;
  private final Push push;
  private final Map<String, Channel> byId = new Bounded<>(MOST);

  Channels(Clock clock, Push push) {
    this.clock = clock;
    this.push = push;
  }

  synchronized void open(Channel channel) {
    forgetOld();
    if (byId.containsKey(channel.id())) {
      throw new CalendarError(
          400, "global", "channelIdNotUnique", "Channel id " + channel.id() + " not unique");
    }
    byId.put(channel.id(), channel);
    push.send(channel, "sync");
  }

  synchronized void close(String email, String id, String resourceId) {
    Channel channel = byId.get(id);
    if (channel == null
        || !channel.email().equals(email)
        || !channel.resourceId().equals(resourceId)) {
      throw new CalendarError(
          404, "global", "notFound", "Channel '%s' not found for project '0'".formatted(id));
    }
    byId.remove(id);
  }

  /** Tells everybody who watches a calendar. */
  synchronized void changed(String email, String calendarId) {
    open(email).stream()
        .filter(channel -> channel.watches(email, calendarId))
        .forEach(channel -> push.send(channel, "exists"));
  }

  synchronized List<Channel> open(String email) {
    forgetOld();
    return byId.values().stream().filter(channel -> channel.email().equals(email)).toList();
  }

  private void forgetOld() {
    byId.values().removeIf(channel -> !channel.expiration().isAfter(clock.instant()));
  }
}
