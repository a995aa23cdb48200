package dev.lifeos.simulators.google.calendar;

import dev.lifeos.simulators.google.Bounded;
import dev.lifeos.simulators.google.RandomText;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lists that are read page by page: what the first page began with, the last one ends with. */
@Component
class Pages {
  /**
   * What is left of a list.
   *
   * @param owner whose calendar it is
   * @param events those not given yet
   * @param syncToken what the last page gives, if it gives one
   */
  record Rest(String owner, List<CalendarEvent> events, @Nullable String syncToken) {}

  private final Map<String, Rest> byToken = new Bounded<>(500);

  synchronized String keep(Rest rest) {
    String token = RandomText.token(40);
    byToken.put(token, rest);
    return token;
  }

  /** A page can be asked for again, after an answer that was lost. */
  synchronized Rest find(String token, String owner) {
    Rest rest = byToken.get(token);
    if (rest == null || !rest.owner().equals(owner)) {
      throw CalendarError.parameter(
          400, "global", "invalid", "Invalid page token value.", "pageToken");
    }
    return rest;
  }
}
