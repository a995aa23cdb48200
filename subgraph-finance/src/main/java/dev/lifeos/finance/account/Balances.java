package dev.lifeos.finance.account;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps the accounts' balances in step with their transactions. */
@Repository
public class Balances {

  // In the order of their ids, so that two batches never wait for each other.
  private static final String LOCK =
      """
      SELECT id, currency, opened_on, closed_at IS NOT NULL AS closed FROM account
      WHERE user_id = :owner AND id = ANY (cast(:ids AS uuid[]))
      ORDER BY id FOR NO KEY UPDATE
      """;
  private static final String ADD =
      """
      UPDATE account SET balance = balance + :change
      WHERE id = :id AND closed_at IS NULL
      """;

  private final JdbcClient jdbc;

  Balances(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Those of the accounts that are the person's, locked until the end of the transaction. */
  public Map<UUID, LockedAccount> lock(UUID owner, Collection<UUID> ids) {
    return jdbc
        .sql(LOCK)
        .param("owner", owner)
        .param("ids", ids.stream().map(UUID::toString).toArray(String[]::new))
        .query(Balances::account)
        .list()
        .stream()
        .collect(Collectors.toMap(LockedAccount::id, Function.identity()));
  }

  /** Changes a balance; false where the account is closed and nothing was changed. */
  public boolean add(UUID accountId, BigDecimal change) {
    if (change.signum() == 0) {
      return true;
    }
    return jdbc.sql(ADD).param("id", accountId).param("change", change).update() == 1;
  }

  private static LockedAccount account(ResultSet row, int number) throws SQLException {
    return new LockedAccount(
        row.getObject("id", UUID.class),
        Currency.getInstance(row.getString("currency")),
        row.getObject("opened_on", LocalDate.class),
        row.getBoolean("closed"));
  }
}
