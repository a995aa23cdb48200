package dev.lifeos.finance.transaction;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The one statement that reads a page of transactions for many people or accounts. */
final class TransactionStatement {

  private static final String PAGE =
      """
      SELECT t.* FROM unnest(cast(:scopes AS uuid[])) AS s (id)
      CROSS JOIN LATERAL (
        SELECT %s FROM transaction t
        WHERE t.%s = s.id %s
        ORDER BY %s LIMIT :limit) t
      ORDER BY %s
      """;

  private final StringBuilder conditions = new StringBuilder();
  private final Map<String, Object> parameters = new HashMap<>();
  private final TransactionsQuery query;

  TransactionStatement(TransactionsQuery query) {
    this.query = query;
    parameters.put("limit", query.page().limit());
    restrict(query.filter());
    goOn();
  }

  String sql() {
    var order = query.order().sql();
    var details = query.withDetails() ? TransactionRow.DETAILS : TransactionRow.NO_DETAILS;
    var columns = TransactionRow.columns(details);
    return PAGE.formatted(columns, query.scope().column(), conditions, order, order);
  }

  Map<String, Object> parameters(Collection<UUID> scopes) {
    var all = new HashMap<>(parameters);
    all.put("scopes", texts(scopes));
    return all;
  }

  private void restrict(TransactionFilter filter) {
    and("t.account_id = ANY (cast(:accounts AS uuid[]))", "accounts", filter.accountIds());
    and("t.booked_on >= :from", "from", filter.from());
    and("t.booked_on <= :to", "to", filter.to());
    and("t.amount >= :min", "min", filter.minAmount());
    and("t.amount <= :max", "max", filter.maxAmount());
    var currency = filter.currency();
    and("t.currency = :currency", "currency", currency == null ? null : currency.toString());
    and("t.category = ANY (cast(:categories AS text[]))", "categories", filter.categories());
    and("t.status = ANY (cast(:statuses AS text[]))", "statuses", filter.statuses());
    // One person's rows are few enough to be looked through; a trigram index would look through
    // everybody's.
    and(
        "(t.merchant_name ILIKE :search OR t.description ILIKE :search)",
        "search",
        filter.search() == null ? null : containing(filter.search()));
  }

  private void goOn() {
    var after = query.page().after();
    if (after != null) {
      and(query.order().behind(), "afterKey", query.order().key(after));
      parameters.put("afterId", after.uuid(3));
    }
  }

  private void and(String condition, String name, @Nullable Object value) {
    if (value != null) {
      conditions.append("AND ").append(condition).append(' ');
      parameters.put(name, value instanceof List<?> list ? texts(list) : value);
    }
  }

  private static String containing(String text) {
    return "%" + text.replaceAll("[\\\\%_]", "\\\\$0") + "%";
  }

  private static String[] texts(Collection<?> values) {
    return values.stream().map(Object::toString).toArray(String[]::new);
  }
}
