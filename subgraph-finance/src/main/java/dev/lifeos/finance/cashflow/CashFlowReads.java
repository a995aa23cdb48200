package dev.lifeos.finance.cashflow;

import dev.lifeos.finance.category.CategoryKind;
import dev.lifeos.finance.category.SpendingCategory;
import dev.lifeos.finance.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Draws income and expenses together by buckets, for many people by one statement. */
@Repository
class CashFlowReads {

  static final String SQL =
      """
      WITH moved AS (
        SELECT t.user_id, t.currency, t.booked_on, t.amount,
          t.category = ANY (cast(:income AS text[]))
            OR t.category = ANY (cast(:bySign AS text[])) AND t.amount > 0 AS is_income
        FROM unnest(cast(:owners AS uuid[])) AS o (id)
        JOIN transaction t ON t.user_id = o.id
        WHERE t.booked_on BETWEEN :from AND :to AND t.status = 'POSTED'
          AND t.category = ANY (cast(:counted AS text[])))
      SELECT user_id, currency, width_bucket(booked_on, cast(:starts AS date[])) - 1 AS place,
        coalesce(sum(amount) FILTER (WHERE is_income), 0) AS income,
        coalesce(-sum(amount) FILTER (WHERE NOT is_income), 0) AS expenses
      FROM moved
      GROUP BY 1, 2, 3
      """;

  private final JdbcClient jdbc;

  CashFlowReads(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Row> read(Set<UUID> owners, CashFlowQuery query) {
    var buckets = query.buckets();
    return jdbc.sql(SQL)
        .param("owners", owners.stream().map(UUID::toString).toArray(String[]::new))
        .param("from", buckets.getFirst().start())
        .param("to", buckets.getLast().end())
        .param("starts", buckets.stream().map(b -> b.start().toString()).toArray(String[]::new))
        .param("income", SpendingCategory.namesOf(CategoryKind.INCOME))
        .param("bySign", SpendingCategory.namesOf(CategoryKind.BY_SIGN))
        .param(
            "counted",
            SpendingCategory.namesOf(
                CategoryKind.INCOME, CategoryKind.EXPENSE, CategoryKind.BY_SIGN))
        .query(CashFlowReads::row)
        .list();
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    var currency = Currency.getInstance(row.getString("currency"));
    var amount =
        new CashFlowAmount(
            currency,
            new Money(row.getBigDecimal("income"), currency),
            new Money(row.getBigDecimal("expenses"), currency));
    return new Row(row.getObject("user_id", UUID.class), row.getInt("place"), amount);
  }

  /** One person's amount in one bucket, by its place from 0. */
  record Row(UUID ownerId, int place, CashFlowAmount amount) {}
}
