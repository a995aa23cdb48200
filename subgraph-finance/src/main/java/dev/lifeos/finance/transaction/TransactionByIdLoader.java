package dev.lifeos.finance.transaction;

import com.netflix.graphql.dgs.DgsDataLoader;
import dev.lifeos.starter.batch.IdBatchLoader;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Transactions by id, for references from other subgraphs. */
@DgsDataLoader(name = TransactionByIdLoader.NAME)
class TransactionByIdLoader extends IdBatchLoader<Transaction> {

  static final String NAME = "transactionById";

  private final TransactionReads transactions;

  TransactionByIdLoader(TransactionReads transactions) {
    this.transactions = transactions;
  }

  @Override
  protected Map<UUID, Transaction> loadAll(Set<UUID> ids) {
    return transactions.byIds(ids).stream()
        .collect(Collectors.toMap(Transaction::id, Function.identity()));
  }
}
