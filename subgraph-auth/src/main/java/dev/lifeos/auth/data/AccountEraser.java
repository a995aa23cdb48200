package dev.lifeos.auth.data;

import dev.lifeos.auth.audit.SecurityLog;
import dev.lifeos.auth.session.Sessions;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Deletes accounts and what auth keeps of them, each in one transaction. Of the security log the
 * chain stays, without what it says. Where a person is still logged in, their sessions end first
 * and the next run deletes: by then every part of the platform has heard of it, which would not
 * hear of sessions that are gone.
 */
@Component
class AccountEraser {

  private static final Logger LOG = LoggerFactory.getLogger(AccountEraser.class);

  private final DeletionRows rows;
  private final Sessions sessions;
  private final List<AccountDeletionListener> listeners;
  private final SecurityLog log;
  private final TransactionTemplate transaction;
  private final Clock clock;

  AccountEraser(
      DeletionRows rows,
      Sessions sessions,
      List<AccountDeletionListener> listeners,
      SecurityLog log,
      TransactionTemplate transaction,
      Clock clock) {
    this.rows = rows;
    this.sessions = sessions;
    this.listeners = List.copyOf(listeners);
    this.log = log;
    this.transaction = transaction;
    this.clock = clock;
  }

  void eraseDue() {
    rows.due(clock.instant()).forEach(this::tryErase);
  }

  // One that cannot be deleted now stays due, and holds up no other.
  private void tryErase(UUID account) {
    try {
      transaction.executeWithoutResult(status -> erase(account));
    } catch (RuntimeException failure) {
      LOG.error("An account could not be deleted yet", failure);
    }
  }

  private void erase(UUID account) {
    if (!rows.lock(account, clock.instant())) {
      return;
    }
    if (sessions.endAll(account, null) > 0) {
      return;
    }
    listeners.forEach(listener -> listener.accountDeleted(account));
    rows.delete(account);
    log.erase(account);
  }
}
