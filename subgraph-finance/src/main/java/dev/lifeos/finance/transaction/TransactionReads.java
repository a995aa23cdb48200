package dev.lifeos.finance.transaction;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads transactions of many people at once. */
@Repository
class TransactionReads {

  private static final String BY_ID =
      "SELECT %s FROM transaction t WHERE t.id = ANY (cast(:ids AS uuid[]))"
          .formatted(TransactionRow.columns(TransactionRow.DETAILS));

  private final JdbcClient jdbc;

  TransactionReads(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Transaction> page(Collection<UUID> scopes, TransactionsQuery query) {
    var statement = new TransactionStatement(query);
    return jdbc.sql(statement.sql())
        .params(statement.parameters(scopes))
        .query(TransactionRow::read)
        .list();
  }

  List<Transaction> byIds(Collection<UUID> ids) {
    return jdbc.sql(BY_ID)
        .param("ids", ids.stream().map(UUID::toString).toArray(String[]::new))
        .query(TransactionRow::read)
        .list();
  }

  /** Those of them that there are. */
  List<Transaction> byIdsInOrder(List<UUID> ids) {
    var found = byIds(ids).stream().collect(Collectors.toMap(Transaction::id, Function.identity()));
    return ids.stream().map(found::get).filter(Objects::nonNull).toList();
  }
}
