package dev.lifeos.auth.password;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import dev.lifeos.auth.account.AuthErrorCode;
import dev.lifeos.auth.account.People;
import dev.lifeos.auth.audit.SecurityEventType;
import dev.lifeos.auth.audit.SecurityLog;
import dev.lifeos.auth.device.Device;
import dev.lifeos.auth.key.OneTimeToken;
import dev.lifeos.auth.mail.MailKind;
import dev.lifeos.auth.mail.Mails;
import dev.lifeos.auth.mail.WebLinks;
import dev.lifeos.starter.error.InvalidInput;
import dev.lifeos.starter.ids.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sets forgotten passwords anew, by a link that is mailed. */
@Component
class ForgottenPasswords {

  private static final Duration LIFETIME = Duration.ofMinutes(30);

  private final ObjectProvider<SchedulerClient> scheduler;
  private final ResetTokens tokens;
  private final People people;
  private final PasswordChanges changes;
  private final Mails mails;
  private final WebLinks links;
  private final SecurityLog log;

  ForgottenPasswords(
      ObjectProvider<SchedulerClient> scheduler,
      ResetTokens tokens,
      People people,
      PasswordChanges changes,
      Mails mails,
      WebLinks links,
      SecurityLog log) {
    this.scheduler = scheduler;
    this.tokens = tokens;
    this.people = people;
    this.changes = changes;
    this.mails = mails;
    this.links = links;
    this.log = log;
  }

  /** Queues the mail, whether or not the address has an account. */
  void request(String email) {
    scheduler
        .getObject()
        .scheduleIfNotExists(
            ResetRequestTask.DESCRIPTOR
                .instance(Ids.next().toString())
                .data(new ResetRequestTask.Request(email))
                .scheduledTo(Instant.EPOCH));
  }

  /** Mails the link to whoever has an account. */
  @Transactional
  public void sendLink(String email) {
    people
        .findByEmail(email)
        .ifPresent(user -> {
          var token = OneTimeToken.fresh();
          tokens.replace(user.id(), token, LIFETIME);
          var link = links.to("account/reset-password", token.value());
          mails.send(MailKind.RESET_PASSWORD, user.email(), Map.of("link", link));
          log.record(user.id(), SecurityEventType.PASSWORD_RESET_REQUESTED, Map.of());
        });
  }

  /** Sets the password; a password that will not do leaves the token as it is. */
  void reset(OneTimeToken token, String password, Device device) {
    var user = tokens.ownerOf(token).flatMap(people::find).orElseThrow(ForgottenPasswords::unknown);
    var hash = people.newPassword(user, password, "password");
    changes.reset(user, hash, device, () -> use(token));
  }

  private void use(OneTimeToken token) {
    if (tokens.take(token).isEmpty()) {
      throw unknown();
    }
  }

  private static InvalidInput unknown() {
    return InvalidInput.of(
        AuthErrorCode.INVALID_TOKEN,
        "This link was used or has expired: ask for another.",
        "input",
        "token");
  }
}
