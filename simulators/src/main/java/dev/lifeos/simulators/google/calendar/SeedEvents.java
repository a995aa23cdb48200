package dev.lifeos.simulators.google.calendar;

import dev.lifeos.simulators.google.RandomText;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;

/** What an account's calendars hold at first: an ordinary life around today. */
final class SeedEvents {
  private static final int WEEKS_BACK = 6;

  private final ZoneId zone;
  private final Instant now;
  private final LocalDate today;

  SeedEvents(ZoneId zone, Instant now) {
    this.zone = zone;
    this.now = now;
    this.today = now.atZone(zone).toLocalDate();
  }

  void own(GoogleCalendar calendar) {
    LocalDate monday = today.with(DayOfWeek.MONDAY).minusWeeks(WEEKS_BACK);
    series(
        calendar,
        "Stand-up",
        "Meet: the usual link",
        monday,
        "09:30",
        15,
        EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));
    series(calendar, "Planning", "Room Atlas", monday, "10:00", 60, Set.of(DayOfWeek.MONDAY));
    series(
        calendar,
        "Climbing",
        "Climbing Hall Nord",
        monday.plusDays(1),
        "18:30",
        90,
        Set.of(DayOfWeek.TUESDAY, DayOfWeek.THURSDAY));
    timed(calendar, -9, "12:30", 60, "Lunch with Ines", "Noodle Bar Hai");
    timed(calendar, -4, "16:00", 45, "One-to-one with Milan", "");
    timed(calendar, -1, "19:30", 150, "Cinema", "Rex Cinema");
    timed(calendar, 0, "11:00", 45, "Design review", "Room Atlas");
    timed(calendar, 0, "14:00", 30, "Call with the bank", "");
    timed(calendar, 0, "19:00", 120, "Dinner with Ada and Tom", "Osteria Luce");
    timed(calendar, 1, "08:15", 40, "Dentist", "Dr. Lindner, Kantstr. 12");
    timed(calendar, 1, "13:00", 60, "Interview, second round", "");
    timed(calendar, 2, "15:30", 60, "Quarterly numbers", "Room Atlas");
    timed(calendar, 4, "10:00", 180, "Flea market", "Mauerpark");
    timed(calendar, 6, "17:30", 60, "Parents' evening", "School, room 204");
    timed(calendar, 9, "12:00", 90, "Lunch with Ines", "Falafel Yard");
    timed(calendar, 13, "07:42", 265, "Train to Munich", "Coach 21, seat 64");
    whole(calendar, 13, 3, "Conference in Munich", false);
    whole(calendar, 3, 1, "Ada's birthday", true);
    whole(calendar, 27, 5, "Days off", false);
  }

  void family(GoogleCalendar calendar) {
    series(
        calendar,
        "Swimming lesson (Jo)",
        "Pool West",
        today.with(DayOfWeek.WEDNESDAY).minusWeeks(WEEKS_BACK),
        "16:30",
        45,
        Set.of(DayOfWeek.WEDNESDAY));
    timed(calendar, 5, "15:00", 180, "Grandma's 70th", "Garden Café");
    timed(calendar, 8, "18:00", 60, "Vet: Minka", "");
    whole(calendar, -2, 1, "Rubbish collection", true);
    whole(calendar, 12, 1, "Rubbish collection", true);
  }

  void holidays(GoogleCalendar calendar) {
    for (int year = today.getYear() - 1; year <= today.getYear() + 1; year++) {
      holiday(calendar, LocalDate.of(year, 1, 1), "New Year's Day");
      holiday(calendar, LocalDate.of(year, 5, 1), "Labour Day");
      holiday(calendar, LocalDate.of(year, 10, 3), "Day of German Unity");
      holiday(calendar, LocalDate.of(year, 12, 25), "Christmas Day");
      holiday(calendar, LocalDate.of(year, 12, 26), "Boxing Day");
    }
  }

  private void series(
      GoogleCalendar calendar,
      String summary,
      String place,
      LocalDate first,
      String time,
      int minutes,
      Set<DayOfWeek> days) {
    put(calendar, summary, place, timed(first, time, minutes), days, false);
  }

  private void timed(
      GoogleCalendar calendar, int day, String time, int minutes, String summary, String place) {
    put(calendar, summary, place, timed(today.plusDays(day), time, minutes), Set.of(), false);
  }

  private void whole(GoogleCalendar calendar, int day, int days, String summary, boolean free) {
    put(calendar, summary, "", whole(today.plusDays(day), days), Set.of(), free);
  }

  private void holiday(GoogleCalendar calendar, LocalDate day, String name) {
    put(calendar, name, "", whole(day, 1), Set.of(), true);
  }

  private TimeSpan timed(LocalDate day, String time, int minutes) {
    Instant start = day.atTime(LocalTime.parse(time)).atZone(zone).toInstant();
    return new TimeSpan(start, start.plusSeconds(60L * minutes), zone, false);
  }

  private TimeSpan whole(LocalDate day, int days) {
    return new TimeSpan(
        day.atStartOfDay(zone).toInstant(),
        day.plusDays(days).atStartOfDay(zone).toInstant(),
        zone,
        true);
  }

  private void put(
      GoogleCalendar calendar,
      String summary,
      String place,
      TimeSpan span,
      Set<DayOfWeek> days,
      boolean free) {
    calendar.put(
        new CalendarEvent(
            RandomText.id(26), summary, "", place, span, days, free, false, 0, now, now, null),
        now);
  }
}
