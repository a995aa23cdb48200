package dev.lifeos.finance.transaction;

import com.netflix.graphql.dgs.DgsDataLoader;
import dev.lifeos.starter.batch.OwnerBatchLoader;
import dev.lifeos.starter.paging.Connection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Pages of transactions for a batch of people, or of accounts. */
@DgsDataLoader(name = TransactionsLoader.NAME)
class TransactionsLoader extends OwnerBatchLoader<TransactionsQuery, Connection<Transaction>> {

  static final String NAME = "transactions";

  private final TransactionReads transactions;

  TransactionsLoader(TransactionReads transactions) {
    this.transactions = transactions;
  }

  @Override
  protected Map<UUID, Connection<Transaction>> load(Set<UUID> scopes, TransactionsQuery query) {
    var rows =
        transactions.page(scopes, query).stream().collect(Collectors.groupingBy(query.scope()::id));
    var pages = new HashMap<UUID, Connection<Transaction>>();
    rows.forEach((scope, found) -> pages.put(scope, page(found, query)));
    return pages;
  }

  @Override
  protected Connection<Transaction> none(TransactionsQuery query) {
    return page(List.of(), query);
  }

  private static Connection<Transaction> page(List<Transaction> found, TransactionsQuery query) {
    return Connection.of(found, query.page(), query.order()::cursor);
  }
}
