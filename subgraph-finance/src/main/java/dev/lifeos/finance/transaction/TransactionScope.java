package dev.lifeos.finance.transaction;

import java.util.UUID;
import java.util.function.Function;

/** Whose transactions are listed. */
enum TransactionScope {
  PERSON("user_id", Transaction::ownerId),
  ACCOUNT("account_id", Transaction::accountId);

  private final String column;
  private final Function<Transaction, UUID> id;

  TransactionScope(String column, Function<Transaction, UUID> id) {
    this.column = column;
    this.id = id;
  }

  String column() {
    return column;
  }

  UUID id(Transaction transaction) {
    return id.apply(transaction);
  }
}
