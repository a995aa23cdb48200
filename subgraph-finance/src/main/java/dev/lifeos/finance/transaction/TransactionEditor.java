package dev.lifeos.finance.transaction;

import static dev.lifeos.starter.error.UserErrorCode.NOT_ALLOWED;
import static dev.lifeos.starter.error.UserErrorCode.NOT_FOUND;

import dev.lifeos.finance.account.Balances;
import dev.lifeos.finance.account.LockedAccount;
import dev.lifeos.finance.input.Problems;
import dev.lifeos.finance.money.Amounts;
import dev.lifeos.starter.error.InvalidInput;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Corrects and deletes single transactions of one person. */
@Service
class TransactionEditor {

  private final TransactionRepository transactions;
  private final TransactionWrites writes;
  private final TransactionRules rules;
  private final Balances balances;
  private final Clock clock;

  TransactionEditor(
      TransactionRepository transactions,
      TransactionWrites writes,
      TransactionRules rules,
      Balances balances,
      Clock clock) {
    this.transactions = transactions;
    this.writes = writes;
    this.rules = rules;
    this.balances = balances;
    this.clock = clock;
  }

  @Transactional
  Transaction update(UUID owner, UpdateTransactionInput input) {
    var transaction =
        transactions.findByIdAndUserId(input.id(), owner).orElseThrow(TransactionEditor::missing);
    if (input.concernsAccount()) {
      check(owner, transaction.accountId(), input);
    }
    var counted = transaction.counted();
    transaction.change(input, now());
    changeBalance(transaction.accountId(), transaction.counted().subtract(counted));
    return transaction.toTransaction();
  }

  @Transactional
  DeleteTransactionPayload delete(UUID owner, UUID id) {
    var deleted = writes.delete(owner, id).orElseThrow(TransactionEditor::missing);
    changeBalance(deleted.accountId(), deleted.counted().negate());
    return new DeleteTransactionPayload(id, deleted.accountId(), List.of());
  }

  private void check(UUID owner, UUID accountId, UpdateTransactionInput input) {
    LockedAccount account =
        Objects.requireNonNull(balances.lock(owner, List.of(accountId)).get(accountId));
    var problems = Problems.in("input");
    if (input.amount() != null) {
      Amounts.checkMoved(input.amount(), account.currency(), problems);
    }
    if (input.date() != null) {
      rules.checkDate(input.date(), account, problems);
    }
    problems.throwIfAny();
  }

  private void changeBalance(UUID accountId, BigDecimal change) {
    if (!balances.add(accountId, change)) {
      throw InvalidInput.of(
          NOT_ALLOWED, "The account is closed: its balance cannot change.", "input", "id");
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static InvalidInput missing() {
    return InvalidInput.of(NOT_FOUND, "There is no such transaction.", "input", "id");
  }
}
