package dev.lifeos.simulators.google.calendar;

import dev.lifeos.simulators.google.Bounded;
import dev.lifeos.simulators.google.RandomText;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * The calendars of each account, in memory; an account's are made when they are first looked at.
 */
@Component
class Calendars {
  private static final int MOST_ACCOUNTS = 200;
  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

  private final Clock clock;
  private final Map<String, List<GoogleCalendar>> byEmail = new Bounded<>(MOST_ACCOUNTS);

  Calendars(Clock clock) {
    this.clock = clock;
  }

  synchronized List<GoogleCalendar> of(String email) {
    // Not computeIfAbsent: what is bounded forgets its oldest only by put.
    List<GoogleCalendar> known = byEmail.get(email);
    if (known == null) {
      known = seeded(email);
      byEmail.put(email, known);
    }
    return known;
  }

  GoogleCalendar find(String email, String id) {
    return of(email).stream()
        .filter(each -> each.id().equals(id) || (each.primary() && id.equals("primary")))
        .findFirst()
        .orElseThrow(CalendarError::notFound);
  }

  private List<GoogleCalendar> seeded(String email) {
    Instant now = clock.instant();
    // After a restart another one: every sync token of before is too old then.
    String generation = RandomText.token(8);
    GoogleCalendar own = new GoogleCalendar(email, email, "owner", true, ZONE, generation);
    GoogleCalendar family =
        new GoogleCalendar(
            "c_" + Integer.toHexString(email.hashCode()) + "family@group.calendar.google.com",
            "Family",
            "writer",
            false,
            ZONE,
            generation);
    GoogleCalendar holidays =
        new GoogleCalendar(
            "en.german#holiday@group.v.calendar.google.com",
            "Holidays in Germany",
            "reader",
            false,
            ZONE,
            generation);
    SeedEvents seed = new SeedEvents(ZONE, now);
    seed.own(own);
    seed.family(family);
    seed.holidays(holidays);
    return List.of(own, family, holidays);
  }
}
