package dev.lifeos.finance.transaction;

import dev.lifeos.finance.category.SpendingCategory;
import dev.lifeos.finance.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.List;
import java.util.UUID;

/** Reads a row of the table {@code transaction}. */
final class TransactionRow {

  static final String DETAILS = "t.tags, t.notes";
  static final String NO_DETAILS = "cast('{}' AS text[]) AS tags, cast(null AS text) AS notes";

  private static final String COLUMNS =
      """
      t.id, t.user_id, t.account_id, t.amount, t.currency, t.booked_on, t.description,
      t.merchant_name, t.category, t.status, t.created_at, t.updated_at,\
      """;

  private TransactionRow() {}

  static String columns(String details) {
    return COLUMNS + " " + details;
  }

  static Transaction read(ResultSet row, int number) throws SQLException {
    var currency = Currency.getInstance(row.getString("currency"));
    return new Transaction(
        row.getObject("id", UUID.class),
        row.getObject("user_id", UUID.class),
        row.getObject("account_id", UUID.class),
        new Money(row.getBigDecimal("amount"), currency),
        row.getObject("booked_on", LocalDate.class),
        row.getString("description"),
        row.getString("merchant_name"),
        SpendingCategory.valueOf(row.getString("category")),
        TransactionStatus.valueOf(row.getString("status")),
        List.of((String[]) row.getArray("tags").getArray()),
        row.getString("notes"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getObject("updated_at", OffsetDateTime.class).toInstant());
  }
}
