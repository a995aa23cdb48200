package dev.lifeos.simulators.google.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An event, a series of them, or one time of a series.
 *
 * @param weekly the days of the week of a series; empty for one event
 * @param free whether one can be met all the same
 * @param cancelled whether it is deleted
 * @param revision the calendar's revision when it changed last
 * @param instanceOf the series, for a time of one
 */
record CalendarEvent(
    String id,
    String summary,
    String description,
    String location,
    TimeSpan span,
    Set<DayOfWeek> weekly,
    boolean free,
    boolean cancelled,
    long revision,
    Instant created,
    Instant updated,
    @Nullable InstanceOf instanceOf) {

  boolean isSeries() {
    return !weekly.isEmpty();
  }

  CalendarEvent changed(String newSummary, TimeSpan newSpan, boolean newFree) {
    return new CalendarEvent(
        id,
        newSummary,
        description,
        location,
        newSpan,
        weekly,
        newFree,
        cancelled,
        revision,
        created,
        updated,
        instanceOf);
  }

  CalendarEvent cancel() {
    return new CalendarEvent(
        id,
        summary,
        description,
        location,
        span,
        weekly,
        free,
        true,
        revision,
        created,
        updated,
        instanceOf);
  }

  CalendarEvent stamped(long at, Instant now) {
    return new CalendarEvent(
        id,
        summary,
        description,
        location,
        span,
        weekly,
        free,
        cancelled,
        at,
        created,
        now,
        instanceOf);
  }
}
