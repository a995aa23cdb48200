package dev.lifeos.finance.spending;

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

/** Draws spending together, for many people by one statement. */
@Repository
class SpendingReads {

  private static final String SQL =
      """
      WITH spent AS (
        SELECT t.user_id, t.currency, %s AS key, -sum(t.amount) AS total, count(*) AS count
        FROM unnest(cast(:owners AS uuid[])) AS o (id)
        JOIN transaction t ON t.user_id = o.id
        WHERE t.booked_on BETWEEN :from AND :to AND t.status = 'POSTED'
          AND (t.category = ANY (cast(:expense AS text[]))
            OR t.category = ANY (cast(:bySign AS text[])) AND t.amount < 0)
        GROUP BY 1, 2, 3),
      ranked AS (
        SELECT *, row_number() OVER (
          PARTITION BY user_id, currency ORDER BY total DESC, key) AS place
        FROM spent)
      SELECT * FROM ranked WHERE place <= :first ORDER BY user_id, currency, %s
      """;

  private final JdbcClient jdbc;

  SpendingReads(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Row> read(Set<UUID> owners, SpendingQuery query) {
    return jdbc.sql(sql(query.grouping()))
        .param("owners", owners.stream().map(UUID::toString).toArray(String[]::new))
        .param("from", query.range().start())
        .param("to", query.range().end())
        .param("expense", SpendingCategory.namesOf(CategoryKind.EXPENSE))
        .param("bySign", SpendingCategory.namesOf(CategoryKind.BY_SIGN))
        .param("first", query.first())
        .query((row, number) -> row(query.grouping(), row))
        .list();
  }

  static String sql(SpendingGrouping grouping) {
    return SQL.formatted(grouping.key(), grouping.order());
  }

  private static Row row(SpendingGrouping grouping, ResultSet row) throws SQLException {
    var total =
        new Money(row.getBigDecimal("total"), Currency.getInstance(row.getString("currency")));
    return new Row(
        row.getObject("user_id", UUID.class),
        grouping.group(row.getString("key"), total, row.getInt("count")));
  }

  /** One person's group. */
  record Row(UUID ownerId, SpendingGroup group) {}
}
