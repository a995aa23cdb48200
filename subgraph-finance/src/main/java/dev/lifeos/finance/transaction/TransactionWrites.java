package dev.lifeos.finance.transaction;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Writes transactions, many by one statement. */
@Repository
class TransactionWrites {

  // One statement, so that a balance never differs from what it is made of.
  private static final String INSERT =
      """
      WITH recorded AS (
        INSERT INTO transaction (id, user_id, account_id, amount, currency, booked_on, description,
          merchant_name, category, status, tags, notes, created_at, updated_at)
        SELECT t.id, :owner, t."accountId", t.amount, t.currency, t.date, t.description,
          t."merchantName", t.category, t.status, t.tags, t.notes, :now, :now
        FROM json_to_recordset(cast(:rows AS json)) AS t (
          id uuid, "accountId" uuid, amount numeric, currency text, date date, description text,
          "merchantName" text, category text, status text, tags text[], notes text)
        RETURNING account_id, amount, status),
      changed AS (
        SELECT account_id, sum(amount) AS change FROM recorded
        WHERE status = 'POSTED' GROUP BY account_id)
      UPDATE account a SET balance = a.balance + c.change
      FROM changed c WHERE a.id = c.account_id
      """;

  // In the order of their ids, so that two requests never wait for each other.
  private static final String CATEGORIZE =
      """
      WITH mine AS (
        SELECT id FROM transaction
        WHERE user_id = :owner AND id = ANY (cast(:ids AS uuid[]))
        ORDER BY id FOR NO KEY UPDATE)
      UPDATE transaction t SET category = :category,
        updated_at = CASE WHEN t.category = :category THEN t.updated_at ELSE :now END
      FROM mine WHERE t.id = mine.id
      RETURNING %s
      """
          .formatted(TransactionRow.columns(TransactionRow.DETAILS));

  private static final String DELETE =
      """
      DELETE FROM transaction WHERE user_id = :owner AND id = :id
      RETURNING account_id, CASE status WHEN 'POSTED' THEN amount ELSE 0 END AS counted
      """;

  private final JdbcClient jdbc;
  private final JsonMapper json;

  TransactionWrites(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /**
   * Records them and changes the balances by those that are posted.
   *
   * @param transactions at least one, all made at the same time
   */
  void insert(UUID owner, List<Transaction> transactions) {
    var rows = json.writeValueAsString(transactions.stream().map(Row::of).toList());
    jdbc.sql(INSERT)
        .param("owner", owner)
        .param("now", utc(transactions.getFirst().createdAt()))
        .param("rows", rows)
        .update();
  }

  /** Puts those of them that are the person's into a category. */
  List<Transaction> categorize(UUID owner, Collection<UUID> ids, String category, Instant now) {
    return jdbc.sql(CATEGORIZE)
        .param("owner", owner)
        .param("ids", ids.stream().map(UUID::toString).toArray(String[]::new))
        .param("category", category)
        .param("now", utc(now))
        .query(TransactionRow::read)
        .list();
  }

  Optional<Deleted> delete(UUID owner, UUID id) {
    return jdbc.sql(DELETE)
        .param("owner", owner)
        .param("id", id)
        .query((row, n) ->
            new Deleted(row.getObject("account_id", UUID.class), row.getBigDecimal("counted")))
        .optional();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  /**
   * What is gone.
   *
   * @param counted by how much the account's balance held it
   */
  record Deleted(UUID accountId, BigDecimal counted) {}

  private record Row(
      UUID id,
      UUID accountId,
      BigDecimal amount,
      String currency,
      LocalDate date,
      String description,
      @Nullable String merchantName,
      String category,
      String status,
      List<String> tags,
      @Nullable String notes) {

    static Row of(Transaction made) {
      return new Row(
          made.id(),
          made.accountId(),
          made.amount().amount(),
          made.amount().currency().getCurrencyCode(),
          made.date(),
          made.description(),
          made.merchantName(),
          made.categoryCode().name(),
          made.status().name(),
          made.tags(),
          made.notes());
    }
  }
}
