package dev.lifeos.finance.transaction;

import dev.lifeos.finance.account.Balances;
import dev.lifeos.finance.account.LockedAccount;
import dev.lifeos.finance.input.Problems;
import dev.lifeos.finance.money.Money;
import dev.lifeos.finance.request.Requests;
import dev.lifeos.starter.error.InvalidInput;
import dev.lifeos.starter.error.UserErrorCode;
import dev.lifeos.starter.ids.Ids;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records transactions: all of a request, or none of it. */
@Service
class TransactionRecorder {

  private final TransactionRules rules;
  private final TransactionWrites writes;
  private final TransactionReads reads;
  private final Balances balances;
  private final Requests requests;
  private final Clock clock;

  TransactionRecorder(
      TransactionRules rules,
      TransactionWrites writes,
      TransactionReads reads,
      Balances balances,
      Requests requests,
      Clock clock) {
    this.rules = rules;
    this.writes = writes;
    this.reads = reads;
    this.balances = balances;
    this.requests = requests;
    this.clock = clock;
  }

  @Transactional
  Transaction record(UUID owner, RecordTransactionInput input) {
    var problems = Problems.in("input");
    var batch = new Batch("recordTransaction", List.of(input.transaction().normalized()));
    return record(owner, input.idempotencyKey(), batch, problems, index -> problems).stream()
        .findFirst()
        .orElseThrow(TransactionRecorder::deletedSince);
  }

  @Transactional
  List<Transaction> record(UUID owner, RecordTransactionsInput input) {
    var problems = Problems.in("input", "transactions");
    var inputs = input.transactions().stream().map(TransactionInput::normalized).toList();
    var batch = new Batch("recordTransactions", inputs);
    return record(owner, input.idempotencyKey(), batch, problems, problems::at);
  }

  private List<Transaction> record(
      UUID owner,
      @Nullable String key,
      Batch batch,
      Problems problems,
      IntFunction<Problems> place) {
    var ids = batch.inputs().stream().map(input -> Ids.next()).toList();
    var made = requests.claim(owner, key, batch, ids);
    if (!made.equals(ids)) {
      return reads.byIdsInOrder(made);
    }
    var accounts = balances.lock(owner, batch.accountIds());
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var transactions = new ArrayList<Transaction>();
    for (int i = 0; i < ids.size(); i++) {
      var input = batch.inputs().get(i);
      var account = accounts.get(input.accountId());
      rules.check(input, account, place.apply(i));
      if (account != null) {
        transactions.add(transaction(ids.get(i), owner, input, account, now));
      }
    }
    problems.throwIfAny();
    writes.insert(owner, transactions);
    return List.copyOf(transactions);
  }

  private static Transaction transaction(
      UUID id, UUID owner, TransactionInput input, LockedAccount account, Instant now) {
    return new Transaction(
        id,
        owner,
        account.id(),
        new Money(input.amount(), account.currency()),
        input.date(),
        input.description(),
        input.merchantName(),
        input.category(),
        input.status(),
        input.tags() == null ? List.of() : input.tags(),
        input.notes(),
        now,
        now);
  }

  private static InvalidInput deletedSince() {
    return InvalidInput.of(
        UserErrorCode.NOT_FOUND,
        "The transaction that was recorded with this key has been deleted since.",
        "input",
        "idempotencyKey");
  }

  /** What is asked for, and by which operation. */
  private record Batch(String operation, List<TransactionInput> inputs) {

    List<UUID> accountIds() {
      return inputs.stream().map(TransactionInput::accountId).distinct().toList();
    }
  }
}
