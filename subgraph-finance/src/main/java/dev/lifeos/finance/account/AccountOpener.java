package dev.lifeos.finance.account;

import static dev.lifeos.starter.error.UserErrorCode.OUT_OF_RANGE;
import static dev.lifeos.starter.error.UserErrorCode.TOO_MANY;

import dev.lifeos.finance.calendar.Dates;
import dev.lifeos.finance.input.Problems;
import dev.lifeos.finance.money.Amounts;
import dev.lifeos.finance.request.Requests;
import dev.lifeos.starter.error.InvalidInput;
import dev.lifeos.starter.ids.Ids;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens accounts that a person keeps by hand. */
@Service
class AccountOpener {

  private static final int MAX_ACCOUNTS = 50;

  private final AccountRepository accounts;
  private final AccountReads reads;
  private final Requests requests;
  private final Dates dates;
  private final Clock clock;

  AccountOpener(
      AccountRepository accounts, AccountReads reads, Requests requests, Dates dates, Clock clock) {
    this.accounts = accounts;
    this.reads = reads;
    this.requests = requests;
    this.dates = dates;
    this.clock = clock;
  }

  @Transactional
  Account open(UUID owner, CreateManualAccountInput input) {
    check(input);
    var id = Ids.next();
    var made = requests.claim(owner, input.idempotencyKey(), input.normalized(), List.of(id));
    if (!made.contains(id)) {
      return reads.byIds(made).getFirst();
    }
    if (reads.lockedCount(owner) >= MAX_ACCOUNTS) {
      throw InvalidInput.of(
          TOO_MANY, "A person has %d accounts at most.".formatted(MAX_ACCOUNTS), "input");
    }
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return accounts.save(new AccountEntity(id, owner, input, now)).toAccount();
  }

  private void check(CreateManualAccountInput input) {
    var problems = Problems.in("input");
    Amounts.check(input.currency(), problems, "currency");
    problems.throwIfAny();
    Amounts.check(input.balance(), input.currency(), problems, "openingBalance");
    if (input.openedOn() != null && !dates.isPast(input.openedOn())) {
      problems.add(OUT_OF_RANGE, "The day must lie between 1900 and today.", "openedOn");
    }
    problems.throwIfAny();
  }
}
