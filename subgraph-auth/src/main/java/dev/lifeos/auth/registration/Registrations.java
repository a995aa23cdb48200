package dev.lifeos.auth.registration;

import dev.lifeos.auth.account.NewPerson;
import dev.lifeos.auth.account.People;
import dev.lifeos.auth.account.User;
import dev.lifeos.auth.audit.SecurityEventType;
import dev.lifeos.auth.audit.SecurityLog;
import dev.lifeos.auth.device.Device;
import dev.lifeos.auth.key.OneTimeToken;
import dev.lifeos.auth.mail.MailKind;
import dev.lifeos.auth.mail.Mails;
import dev.lifeos.auth.mail.WebLinks;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes accounts, each once its address is shown to be the person's own. What is answered, and how
 * long it takes, is the same whether the address has an account or not: only the mail differs.
 */
@Component
class Registrations {

  private static final Duration LIFETIME = Duration.ofDays(1);

  private final RegistrationWrites writes;
  private final People people;
  private final Mails mails;
  private final WebLinks links;
  private final SecurityLog log;

  Registrations(
      RegistrationWrites writes, People people, Mails mails, WebLinks links, SecurityLog log) {
    this.writes = writes;
    this.people = people;
    this.mails = mails;
    this.links = links;
    this.log = log;
  }

  /** Keeps the registration and sends the mail. */
  @Transactional
  public void begin(NewPerson person) {
    var token = OneTimeToken.fresh();
    // Nobody ever gets the token of a registration for an address that has an account.
    writes.add(person, token, LIFETIME);
    if (people.findByEmail(person.email()).isPresent()) {
      var link = links.to("account/reset-password");
      mails.send(MailKind.ALREADY_REGISTERED, person.email(), Map.of("link", link));
    } else {
      var link = links.to("account/verify-email", token.value());
      mails.send(MailKind.VERIFY_EMAIL, person.email(), Map.of("link", link));
    }
  }

  /** Who registered with that token; empty where it is unknown, used or expired. */
  Optional<NewPerson> find(OneTimeToken token) {
    return writes.find(token);
  }

  /** Makes the account; empty where the token is unknown, used or expired. */
  @Transactional
  public Optional<User> verify(OneTimeToken token, Device device) {
    var user = writes.take(token).flatMap(people::register);
    user.ifPresent(person -> {
      writes.deleteOthers(person.email());
      log.record(person.id(), SecurityEventType.REGISTERED, device, Map.of());
    });
    return user;
  }

  @Scheduled(initialDelayString = "PT11M", fixedDelayString = "PT1H")
  @Transactional
  public void deleteExpired() {
    writes.deleteExpired();
  }
}
