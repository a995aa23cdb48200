package dev.lifeos.finance.transaction;

import dev.lifeos.finance.input.Problems;
import dev.lifeos.starter.error.UserErrorCode;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts transactions into categories: all of a request, or none of it. */
@Service
class TransactionCategorizer {

  private final TransactionWrites writes;
  private final Clock clock;

  TransactionCategorizer(TransactionWrites writes, Clock clock) {
    this.writes = writes;
    this.clock = clock;
  }

  @Transactional
  List<Transaction> categorize(UUID owner, CategorizeTransactionsInput input) {
    var wanted = input.ids().stream().distinct().toList();
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var found =
        writes.categorize(owner, wanted, input.category().name(), now).stream()
            .collect(Collectors.toMap(Transaction::id, Function.identity()));
    refuseMissing(input.ids(), found);
    return wanted.stream().map(found::get).toList();
  }

  private static void refuseMissing(List<UUID> ids, Map<UUID, Transaction> found) {
    var problems = Problems.in("input", "ids");
    for (int i = 0; i < ids.size(); i++) {
      if (!found.containsKey(ids.get(i))) {
        var place = Integer.toString(i);
        problems.add(UserErrorCode.NOT_FOUND, "There is no such transaction.", place);
      }
    }
    problems.throwIfAny();
  }
}
