package dev.lifeos.auth.factor.common;

import dev.lifeos.auth.account.People;
import dev.lifeos.auth.audit.SecurityEventType;
import dev.lifeos.auth.audit.SecurityLog;
import dev.lifeos.auth.device.Device;
import dev.lifeos.auth.mail.MailKind;
import dev.lifeos.auth.mail.Notices;
import dev.lifeos.auth.throttle.Throttle;
import dev.lifeos.starter.error.InvalidInput;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells people by mail what happens to their factors, and writes it down. */
@Component
public class FactorNotice {

  private static final String MAILS = "factor-failed-mail";
  private static final Duration BETWEEN_MAILS = Duration.ofHours(1);

  private final People people;
  private final SecurityLog log;
  private final Notices notices;
  private final Throttle throttle;
  private final TransactionTemplate transaction;

  FactorNotice(
      People people,
      SecurityLog log,
      Notices notices,
      Throttle throttle,
      TransactionTemplate transaction) {
    this.people = people;
    this.log = log;
    this.notices = notices;
    this.throttle = throttle;
    this.transaction = transaction;
  }

  /**
   * Tells of a change, in the transaction that makes it; call it last.
   *
   * @param what was done, as the beginning of a sentence
   */
  @Transactional
  public void changed(
      UUID account,
      SecurityEventType type,
      String what,
      Device device,
      Map<String, String> details) {
    mail(MailKind.FACTOR_CHANGED, account, what, device);
    log.record(account, type, device, details);
  }

  /**
   * Tells that somebody failed to show that it is them. Not within a transaction that is taken back
   * for it. A mail goes out once an hour at most, so that nobody's mail box is filled.
   *
   * @param how by what they tried
   */
  public void failed(UUID account, Device device, String how) {
    var tell = isFirstOfTheHour(account);
    transaction.executeWithoutResult(status -> {
      if (tell) {
        mail(
            MailKind.FACTOR_FAILED,
            account,
            "Somebody failed to show that it is you, by a wrong " + how,
            device);
      }
      log.record(account, SecurityEventType.SECOND_FACTOR_FAILED, device, Map.of("how", how));
    });
  }

  private boolean isFirstOfTheHour(UUID account) {
    try {
      throttle.attempt(MAILS, account.toString(), 1, BETWEEN_MAILS);
      return true;
    } catch (InvalidInput told) {
      return false;
    }
  }

  private void mail(MailKind kind, UUID account, String what, Device device) {
    people
        .find(account)
        .ifPresent(user -> notices.send(kind, user.email(), user.timeZone(), device, what));
  }
}
