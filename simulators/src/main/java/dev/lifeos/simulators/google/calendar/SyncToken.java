package dev.lifeos.simulators.google.calendar;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * How far a client has come; opaque to it.
 *
 * @param calendarId of which calendar
 * @param generation tokens of an earlier one are too old
 * @param revision what the client has seen
 * @param singleEvents whether it wants series as their single times
 */
record SyncToken(String calendarId, String generation, long revision, boolean singleEvents) {
  private static final String MARK = "s1";

  String text() {
    String plain =
        String.join("\n", MARK, calendarId, generation, "" + revision, "" + singleEvents);
    return Base64.getUrlEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  static SyncToken read(String text) {
    try {
      String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
      String[] parts = plain.split("\n");
      if (parts.length == 5 && parts[0].equals(MARK)) {
        return new SyncToken(
            parts[1], parts[2], Long.parseLong(parts[3]), Boolean.parseBoolean(parts[4]));
      }
    } catch (IllegalArgumentException e) {
      // Said below.
    }
    throw CalendarError.parameter(
        400, "global", "invalid", "Invalid sync token value.", "syncToken");
  }

  /** Fails where the token is of another calendar, or too old. */
  void check(GoogleCalendar calendar) {
    if (!calendarId.equals(calendar.id()) || !generation.equals(calendar.generation())) {
      throw CalendarError.parameter(
          410,
          "calendar",
          "fullSyncRequired",
          "Sync token is no longer valid, a full sync is required.",
          "syncToken");
    }
  }
}
