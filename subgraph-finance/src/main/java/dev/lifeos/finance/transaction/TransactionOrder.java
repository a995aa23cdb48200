package dev.lifeos.finance.transaction;

import dev.lifeos.starter.error.ErrorCode;
import dev.lifeos.starter.error.Fault;
import dev.lifeos.starter.paging.Cursor;

/** In which order transactions are listed. */
record TransactionOrder(TransactionOrderField field, OrderDirection direction) {

  static final TransactionOrder NEWEST =
      new TransactionOrder(TransactionOrderField.DATE, OrderDirection.DESC);

  Cursor cursor(Transaction transaction) {
    return Cursor.of(field, direction, field.key(transaction), transaction.id());
  }

  /**
   * The sort key in a cursor of this order.
   *
   * @throws Fault {@code BAD_USER_INPUT} where it is a cursor of another order
   */
  Object key(Cursor cursor) {
    var isOfThisOrder =
        cursor.text(0).equals(field.name()) && cursor.text(1).equals(direction.name());
    if (!isOfThisOrder) {
      throw new Fault(ErrorCode.BAD_USER_INPUT, "The cursor is not one of this order.");
    }
    return field.key(cursor, 2);
  }

  /** What is behind a cursor's place. */
  String behind() {
    var sign = direction == OrderDirection.ASC ? ">" : "<";
    return "(t.%s, t.id) %s (:afterKey, :afterId)".formatted(field.column(), sign);
  }

  String sql() {
    return "t.%s %s, t.id %s".formatted(field.column(), direction, direction);
  }
}
