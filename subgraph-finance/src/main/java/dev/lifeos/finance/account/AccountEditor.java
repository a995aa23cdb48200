package dev.lifeos.finance.account;

import static dev.lifeos.starter.error.UserErrorCode.NOT_ALLOWED;
import static dev.lifeos.starter.error.UserErrorCode.NOT_FOUND;

import dev.lifeos.starter.error.InvalidInput;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes and closes single accounts of one person. */
@Service
class AccountEditor {

  private final AccountRepository accounts;
  private final Clock clock;

  AccountEditor(AccountRepository accounts, Clock clock) {
    this.accounts = accounts;
    this.clock = clock;
  }

  @Transactional
  Account update(UUID owner, UpdateAccountInput input) {
    var account = find(owner, input.id());
    account.change(input, now());
    return account.toAccount();
  }

  @Transactional
  Account close(UUID owner, UUID id) {
    var account = find(owner, id);
    if (!account.isSettled()) {
      throw InvalidInput.of(
          NOT_ALLOWED,
          "The balance must be zero: record what became of the rest first.",
          "input",
          "id");
    }
    account.close(now());
    return account.toAccount();
  }

  private AccountEntity find(UUID owner, UUID id) {
    return accounts
        .findByIdAndUserId(id, owner)
        .orElseThrow(() -> InvalidInput.of(NOT_FOUND, "There is no such account.", "input", "id"));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
