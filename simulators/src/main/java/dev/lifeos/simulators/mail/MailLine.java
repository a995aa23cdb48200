package dev.lifeos.simulators.mail;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A mail as the pages show it.
 *
 * @param at when it came, in this machine's zone
 */
record MailLine(String id, String to, String from, String subject, String at) {
  private static final DateTimeFormatter AT =
      DateTimeFormatter.ofPattern("EEE d MMM, HH:mm:ss", Locale.ENGLISH)
          .withZone(ZoneId.systemDefault());

  static MailLine of(Mail mail) {
    return new MailLine(
        mail.id(),
        mail.to(),
        mail.from(),
        mail.subject().isBlank() ? "(no subject)" : mail.subject(),
        AT.format(mail.receivedAt()));
  }
}
