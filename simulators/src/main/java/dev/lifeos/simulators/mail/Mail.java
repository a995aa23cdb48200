package dev.lifeos.simulators.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One mail in the box of one recipient.
 *
 * @param id in this mail box
 * @param to whom it reached, of the envelope
 * @param from as the mail says it
 * @param text the plain text, if there is one
 * @param html the HTML, if there is some
 */
record Mail(
    String id,
    String to,
    String from,
    String subject,
    String text,
    @Nullable String html,
    Instant receivedAt) {

  /** About how many bytes it takes here. */
  long size() {
    return 2L * (subject.length() + text.length() + (html == null ? 0 : html.length())) + 500;
  }
}
