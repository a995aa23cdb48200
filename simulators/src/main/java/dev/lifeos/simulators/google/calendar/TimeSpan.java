package dev.lifeos.simulators.google.calendar;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * When something is, the end not included.
 *
 * @param zone where its days are cut
 * @param allDay whether it is whole days
 */
record TimeSpan(Instant start, Instant end, ZoneId zone, boolean allDay) {

  boolean touches(Instant from, Instant to) {
    return end.isAfter(from) && start.isBefore(to);
  }

  /** The same length at another start. */
  TimeSpan at(Instant other) {
    return new TimeSpan(
        other, other.plusMillis(end.toEpochMilli() - start.toEpochMilli()), zone, allDay);
  }

  Map<String, Object> startJson(ZoneId shown) {
    return json(start, shown);
  }

  Map<String, Object> endJson(ZoneId shown) {
    return json(end, shown);
  }

  /**
   * A moment as the calendar writes it: a date for whole days, else with the offset of the zone.
   */
  Map<String, Object> json(Instant moment, ZoneId shown) {
    Map<String, Object> json = new LinkedHashMap<>();
    if (allDay) {
      json.put("date", moment.atZone(zone).toLocalDate().toString());
      return json;
    }
    json.put("dateTime", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment.atZone(shown)));
    json.put("timeZone", zone.getId());
    return json;
  }
}
