package dev.lifeos.simulators.sms;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message.
 *
 * @param sid its name
 * @param status how far it has come, in Twilio's words
 * @param errorCode why it did not arrive
 * @param callback who wants to hear of its status
 */
record Sms(
    String sid,
    String to,
    String from,
    String body,
    String status,
    @Nullable Integer errorCode,
    @Nullable String callback,
    Instant createdAt,
    Instant updatedAt) {
  private static final int ONE_SEGMENT = 160;
  private static final int OF_SEVERAL = 153;

  Sms with(String next, @Nullable Integer error, Instant now) {
    return new Sms(sid, to, from, body, next, error, callback, createdAt, now);
  }

  /** As Twilio counts it for text in the alphabet of phones. */
  int segments() {
    return body.length() <= ONE_SEGMENT ? 1 : (body.length() + OF_SEVERAL - 1) / OF_SEVERAL;
  }
}
