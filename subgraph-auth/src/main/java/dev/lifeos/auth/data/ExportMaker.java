package dev.lifeos.auth.data;

import dev.lifeos.auth.account.People;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes a copy of a person's data. To make it once more changes nothing, and sends no second mail.
 */
@Component
class ExportMaker {

  static final Duration KEPT = Duration.ofDays(7);

  private final ExportRows rows;
  private final Archives archives;
  private final ZipWriter writer;
  private final People people;
  private final DataMails mails;
  private final TransactionTemplate transaction;
  private final Clock clock;

  ExportMaker(
      ExportRows rows,
      Archives archives,
      ZipWriter writer,
      People people,
      DataMails mails,
      TransactionTemplate transaction,
      Clock clock) {
    this.rows = rows;
    this.archives = archives;
    this.writer = writer;
    this.people = people;
    this.mails = mails;
    this.transaction = transaction;
    this.clock = clock;
  }

  void make(UUID export) {
    rows.pending(export).ifPresent(account -> make(export, account));
  }

  void giveUp(UUID export) {
    rows.fail(export, clock.instant());
  }

  private void make(UUID export, UUID account) {
    var zip = writer.write(account);
    var now = clock.instant();
    transaction.executeWithoutResult(status -> keep(export, account, zip, now));
  }

  private void keep(UUID export, UUID account, byte[] zip, Instant now) {
    var expiry = now.plus(KEPT);
    if (archives.keep(export, zip, now, expiry)) {
      people.find(account).ifPresent(user -> mails.exportReady(user, expiry));
    }
  }
}
