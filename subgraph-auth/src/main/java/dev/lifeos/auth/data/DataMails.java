package dev.lifeos.auth.data;

import dev.lifeos.auth.account.User;
import dev.lifeos.auth.mail.MailKind;
import dev.lifeos.auth.mail.Mails;
import dev.lifeos.auth.mail.WebLinks;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The mails that tell of deletions and copies, with times in the person's own zone. */
@Component
class DataMails {

  private static final String PAGE = "account/data";
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("d MMMM uuuu 'at' HH:mm (VV)", Locale.ENGLISH);

  private final Mails mails;
  private final WebLinks links;

  DataMails(Mails mails, WebLinks links) {
    this.mails = mails;
    this.links = links;
  }

  void deletionRequested(User user, Instant due) {
    send(MailKind.DELETION_REQUESTED, user, "on " + when(user, due));
  }

  void deletionCancelled(User user) {
    send(MailKind.DELETION_CANCELLED, user, "");
  }

  void exportReady(User user, Instant expiry) {
    send(MailKind.EXPORT_READY, user, when(user, expiry));
  }

  private void send(MailKind kind, User user, String when) {
    mails.send(kind, user.email(), Map.of("when", when, "link", links.to(PAGE)));
  }

  private static String when(User user, Instant at) {
    return WHEN.format(at.atZone(user.timeZone()));
  }
}
