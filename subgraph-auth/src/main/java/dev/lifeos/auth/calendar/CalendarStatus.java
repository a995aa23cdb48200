package dev.lifeos.auth.calendar;

/** How a calendar stands; the schema describes each. */
enum CalendarStatus {
  SYNCED,
  RESYNCING,
  REAUTH_REQUIRED
}
