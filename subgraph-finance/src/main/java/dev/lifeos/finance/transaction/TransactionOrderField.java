package dev.lifeos.finance.transaction;

import dev.lifeos.finance.money.Amounts;
import dev.lifeos.starter.error.ErrorCode;
import dev.lifeos.starter.error.Fault;
import dev.lifeos.starter.paging.Cursor;

/** By what transactions can be ordered. */
enum TransactionOrderField {
  DATE("booked_on") {
    @Override
    Object key(Transaction transaction) {
      return transaction.date();
    }

    @Override
    Object key(Cursor cursor, int index) {
      var date = cursor.date(index);
      if (date.getYear() < 1 || date.getYear() > 9999) {
        throw invalid();
      }
      return date;
    }
  },
  AMOUNT("amount") {
    @Override
    Object key(Transaction transaction) {
      return transaction.amount().amount();
    }

    @Override
    Object key(Cursor cursor, int index) {
      var amount = cursor.decimal(index);
      if (amount.scale() < 0 || amount.scale() > 4 || amount.abs().compareTo(Amounts.LIMIT) >= 0) {
        throw invalid();
      }
      return amount;
    }
  };

  private final String column;

  TransactionOrderField(String column) {
    this.column = column;
  }

  String column() {
    return column;
  }

  abstract Object key(Transaction transaction);

  /** The sort key in a cursor; what the database could not hold was never in one. */
  abstract Object key(Cursor cursor, int index);

  private static Fault invalid() {
    return new Fault(ErrorCode.BAD_USER_INPUT, "The cursor is not one of this connection.");
  }
}
