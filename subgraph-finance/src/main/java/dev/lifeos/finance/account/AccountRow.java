package dev.lifeos.finance.account;

import dev.lifeos.finance.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.UUID;

/** Reads a row of the table {@code account}. */
final class AccountRow {

  private AccountRow() {}

  static Account read(ResultSet row, int number) throws SQLException {
    var currency = Currency.getInstance(row.getString("currency"));
    var closedAt = row.getObject("closed_at", OffsetDateTime.class);
    return new Account(
        row.getObject("id", UUID.class),
        row.getObject("user_id", UUID.class),
        row.getString("name"),
        AccountType.valueOf(row.getString("type")),
        row.getString("institution"),
        row.getString("mask"),
        new Money(row.getBigDecimal("balance"), currency),
        new Money(row.getBigDecimal("opening_balance"), currency),
        row.getObject("opened_on", LocalDate.class),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        closedAt == null ? null : closedAt.toInstant());
  }
}
