package dev.lifeos.simulators.google.oauth;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What can be asked of a person. */
enum Scope {
  OPENID("openid", "Associate you with your personal info on Google"),
  EMAIL("email", "See your primary Google Account email address"),
  PROFILE("profile", "See your personal info, including any you have made publicly available"),
  USERINFO_EMAIL(
      "https://www.googleapis.com/auth/userinfo.email",
      "See your primary Google Account email address"),
  USERINFO_PROFILE(
      "https://www.googleapis.com/auth/userinfo.profile",
      "See your personal info, including any you have made publicly available"),
  CALENDAR(
      "https://www.googleapis.com/auth/calendar",
      "See, edit, share and permanently delete all the calendars you can access"),
  CALENDAR_READONLY(
      "https://www.googleapis.com/auth/calendar.readonly",
      "See and download any calendar you can access using your Google Calendar"),
  CALENDAR_EVENTS(
      "https://www.googleapis.com/auth/calendar.events",
      "View and edit events on all your calendars"),
  CALENDAR_EVENTS_READONLY(
      "https://www.googleapis.com/auth/calendar.events.readonly",
      "View events on all your calendars"),
  CALENDAR_LIST_READONLY(
      "https://www.googleapis.com/auth/calendar.calendarlist.readonly",
      "See the list of Google calendars you are subscribed to"),
  CALENDAR_FREE_BUSY(
      "https://www.googleapis.com/auth/calendar.freebusy",
      "View your availability in your calendars");

  private final String value;
  private final String sentence;

  Scope(String value, String sentence) {
    this.value = value;
    this.sentence = sentence;
  }

  static Optional<Scope> of(String value) {
    return Arrays.stream(values()).filter(scope -> scope.value.equals(value)).findFirst();
  }

  static List<String> all() {
    return Arrays.stream(values()).map(Scope::value).toList();
  }

  String value() {
    return value;
  }

  /** What a person reads. */
  String sentence() {
    return sentence;
  }

  /** Whether a person may leave it out and allow the others; signing in goes as a whole. */
  boolean optional() {
    return ordinal() >= CALENDAR.ordinal();
  }
}
