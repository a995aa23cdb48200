package dev.lifeos.finance.networth;

import dev.lifeos.finance.account.AccountType;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads how net worth came about, for many people by one statement. */
@Repository
class NetWorthReads {

  // Starts from the balances of today and takes back what came after the first day, so that only
  // the time that is asked
  // for is read, not all history. Place 0 is the worth at the end of the first day, the others are
  // what was added since.
  static final String SQL =
      """
      WITH owned AS (
        SELECT a.id, a.user_id, a.currency, a.type = ANY (cast(:liabilities AS text[])) AS is_owed,
          a.balance, a.opening_balance, a.opened_on
        FROM unnest(cast(:owners AS uuid[])) AS o (id)
        JOIN account a ON a.user_id = o.id),
      later AS (
        SELECT w.user_id, w.currency, w.is_owed, t.booked_on AS day, t.amount
        FROM owned w
        JOIN transaction t ON t.account_id = w.id
        WHERE t.booked_on > :first AND t.status = 'POSTED'
        UNION ALL
        SELECT user_id, currency, is_owed, opened_on, opening_balance
        FROM owned WHERE opened_on > :first),
      change AS (
        SELECT user_id, currency, is_owed, 0 AS place, balance AS amount FROM owned
        UNION ALL
        SELECT user_id, currency, is_owed, 0, -amount FROM later
        UNION ALL
        SELECT user_id, currency, is_owed, width_bucket(day - 1, cast(:days AS date[])), amount
        FROM later WHERE day <= :last)
      SELECT user_id, currency, is_owed, place, sum(amount) AS change
      FROM change
      GROUP BY 1, 2, 3, 4
      """;

  private final JdbcClient jdbc;

  NetWorthReads(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Change> read(Set<UUID> owners, NetWorthQuery query) {
    return jdbc.sql(SQL)
        .param("owners", owners.stream().map(UUID::toString).toArray(String[]::new))
        .param("liabilities", AccountType.liabilities())
        .param("days", query.days().stream().map(LocalDate::toString).toArray(String[]::new))
        .param("first", query.days().getFirst())
        .param("last", query.days().getLast())
        .query(NetWorthReads::change)
        .list();
  }

  private static Change change(ResultSet row, int number) throws SQLException {
    return new Change(
        row.getObject("user_id", UUID.class),
        Currency.getInstance(row.getString("currency")),
        row.getBoolean("is_owed"),
        row.getInt("place"),
        row.getBigDecimal("change"));
  }

  /**
   * By how much a person's assets or liabilities in one currency changed.
   *
   * @param place between which days: up to the first one for 0
   */
  record Change(UUID ownerId, Currency currency, boolean owed, int place, BigDecimal amount) {}
}
