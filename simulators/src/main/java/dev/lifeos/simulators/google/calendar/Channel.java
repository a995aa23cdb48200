package dev.lifeos.simulators.google.calendar;

import java.net.URI;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody wants to be told that a calendar has changed.
 *
 * @param id their name for it
 * @param token what they want to hear with each message
 * @param resourceId our name for what is watched
 * @param messages how many were sent
 */
record Channel(
    String id,
    @Nullable String token,
    URI address,
    String email,
    String calendarId,
    String resourceId,
    String resourceUri,
    Instant expiration,
    AtomicLong messages) {

  boolean watches(String person, String calendar) {
    return email.equals(person) && calendarId.equals(calendar);
  }
}
