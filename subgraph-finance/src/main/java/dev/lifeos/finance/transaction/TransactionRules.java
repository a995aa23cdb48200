package dev.lifeos.finance.transaction;

import static dev.lifeos.starter.error.UserErrorCode.NOT_ALLOWED;
import static dev.lifeos.starter.error.UserErrorCode.NOT_FOUND;
import static dev.lifeos.starter.error.UserErrorCode.OUT_OF_RANGE;

import dev.lifeos.finance.account.LockedAccount;
import dev.lifeos.finance.calendar.Dates;
import dev.lifeos.finance.input.Problems;
import dev.lifeos.finance.money.Amounts;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a transaction must be like to fit its account. */
@Component
class TransactionRules {

  private final Dates dates;

  TransactionRules(Dates dates) {
    this.dates = dates;
  }

  /** Checks a new transaction; null stands for an account that is not the person's. */
  void check(TransactionInput input, @Nullable LockedAccount account, Problems problems) {
    if (account == null) {
      problems.add(NOT_FOUND, "There is no such account.", "accountId");
      return;
    }
    if (account.closed()) {
      problems.add(NOT_ALLOWED, "The account is closed.", "accountId");
    }
    Amounts.checkMoved(input.amount(), account.currency(), problems);
    checkDate(input.date(), account, problems);
  }

  void checkDate(LocalDate date, LockedAccount account, Problems problems) {
    if (!dates.isPast(date)) {
      problems.add(OUT_OF_RANGE, "The day must lie between 1900 and today.", "date");
    } else if (account.openedOn() != null && date.isBefore(account.openedOn())) {
      problems.add(OUT_OF_RANGE, "The account was opened only later.", "date");
    }
  }
}
