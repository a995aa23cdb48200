package dev.lifeos.simulators.google.calendar;

/** A calendar as the page names it. */
record CalendarRow(String id, String name) {

  static CalendarRow of(GoogleCalendar calendar) {
    return new CalendarRow(calendar.id(), calendar.primary() ? "Own" : calendar.name());
  }
}
