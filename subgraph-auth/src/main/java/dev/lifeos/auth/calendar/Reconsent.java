package dev.lifeos.auth.calendar;

import dev.lifeos.auth.account.People;
import dev.lifeos.auth.mail.MailKind;
import dev.lifeos.auth.mail.Mails;
import dev.lifeos.auth.mail.WebLinks;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the person, once, that Google has to be asked anew. */
@Component
class Reconsent {

  private final Connections connections;
  private final People people;
  private final Mails mails;
  private final WebLinks links;

  Reconsent(Connections connections, People people, Mails mails, WebLinks links) {
    this.connections = connections;
    this.people = people;
    this.mails = mails;
    this.links = links;
  }

  @Transactional
  public void ask(SyncTarget target) {
    var account = target.accountId();
    if (account == null || !connections.revoked(target)) {
      return;
    }
    people
        .find(account)
        .ifPresent(person ->
            mails.send(
                MailKind.CALENDAR_REAUTH,
                person.email(),
                Map.of("link", links.to("account/security"))));
  }
}
