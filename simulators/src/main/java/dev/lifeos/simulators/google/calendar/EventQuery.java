package dev.lifeos.simulators.google.calendar;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code events.list} is asked.
 *
 * @param parameters of the URL
 */
record EventQuery(Map<String, String> parameters) {
  // A token says what changed, whatever it is: it goes with no other restriction.
  private static final List<String> NOT_WITH_A_TOKEN =
      List.of(
          "iCalUID",
          "orderBy",
          "privateExtendedProperty",
          "q",
          "sharedExtendedProperty",
          "timeMin",
          "timeMax",
          "updatedMin");
  // With these the last page has no token for the next time.
  private static final List<String> WITHOUT_A_TOKEN =
      List.of("iCalUID", "orderBy", "q", "updatedMin");
  private static final int DEFAULT = 250;
  private static final int MOST = 2_500;

  EventQuery {
    parameters = Map.copyOf(parameters);
  }

  void check() {
    if (syncToken() != null) {
      NOT_WITH_A_TOKEN.stream()
          .filter(parameters::containsKey)
          .findFirst()
          .ifPresent(EventQuery::notWithAToken);
      if ("false".equals(parameters.get("showDeleted"))) {
        notWithAToken("showDeleted");
      }
    }
    String order = parameters.get("orderBy");
    if (order != null && !order.equals("startTime") && !order.equals("updated")) {
      throw CalendarError.invalid(
          "orderBy",
          "Invalid value '" + order + "'. Values must match the following: [startTime, updated]");
    }
    if ("startTime".equals(order) && !singleEvents()) {
      throw CalendarError.invalid(
          "orderBy", "The requested ordering is not available for the particular query.");
    }
    if (!from().isBefore(to())) {
      throw CalendarError.parameter(
          400, "calendar", "timeRangeEmpty", "The specified time range is empty.", "timeMax");
    }
  }

  private static void notWithAToken(String name) {
    throw CalendarError.invalid(name, "Sync token cannot be used with other query restrictions.");
  }

  @Nullable String syncToken() {
    return parameters.get("syncToken");
  }

  @Nullable String pageToken() {
    return parameters.get("pageToken");
  }

  boolean singleEvents() {
    return Boolean.parseBoolean(parameters.get("singleEvents"));
  }

  boolean showDeleted() {
    return Boolean.parseBoolean(parameters.get("showDeleted"));
  }

  boolean givesToken() {
    return WITHOUT_A_TOKEN.stream().noneMatch(parameters::containsKey);
  }

  Instant from() {
    return moment("timeMin", Instant.MIN);
  }

  Instant to() {
    return moment("timeMax", Instant.MAX);
  }

  boolean matches(CalendarEvent event) {
    boolean late = !event.updated().isBefore(moment("updatedMin", Instant.MIN));
    String text =
        (event.summary() + " " + event.description() + " " + event.location())
            .toLowerCase(Locale.ROOT);
    String wanted = parameters.getOrDefault("q", "").toLowerCase(Locale.ROOT);
    String uid = parameters.getOrDefault("iCalUID", "");
    boolean meant = uid.isEmpty() || uid.startsWith(event.id().replaceFirst("_.*", "") + "@");
    return late && text.contains(wanted) && meant;
  }

  boolean orderedByStart() {
    return "startTime".equals(parameters.get("orderBy"));
  }

  boolean orderedByChange() {
    return "updated".equals(parameters.get("orderBy"));
  }

  int maxResults() {
    String given = parameters.get("maxResults");
    if (given == null) {
      return DEFAULT;
    }
    if (!given.matches("\\d{1,9}") || Integer.parseInt(given) < 1) {
      throw CalendarError.invalid(
          "maxResults",
          "Invalid value '" + given + "'. Values must be within the range: [1, 2500]");
    }
    return Math.min(Integer.parseInt(given), MOST);
  }

  ZoneId zone(ZoneId otherwise) {
    String given = parameters.get("timeZone");
    try {
      return given == null ? otherwise : ZoneId.of(given);
    } catch (DateTimeException e) {
      throw CalendarError.invalid(
          "timeZone", "Invalid time zone definition for timeZone parameter.");
    }
  }

  private Instant moment(String name, Instant otherwise) {
    String given = parameters.get(name);
    try {
      return given == null ? otherwise : OffsetDateTime.parse(given).toInstant();
    } catch (DateTimeException e) {
      throw new CalendarError(400, "global", "badRequest", "Bad Request");
    }
  }
}
