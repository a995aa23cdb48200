package dev.lifeos.finance.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeos.finance.PlanTest;
import dev.lifeos.starter.paging.Cursor;
import dev.lifeos.starter.paging.Page;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class TransactionPlanTest extends PlanTest {

  private static final TransactionOrder LARGEST =
      new TransactionOrder(TransactionOrderField.AMOUNT, OrderDirection.DESC);
  private static final TransactionOrder SMALLEST =
      new TransactionOrder(TransactionOrderField.AMOUNT, OrderDirection.ASC);

  private String plan(TransactionScope scope, TransactionOrder order, Page page, boolean details) {
    var query = new TransactionsQuery(scope, TransactionFilter.NONE, order, page, details);
    var statement = new TransactionStatement(query);
    return plan(statement.sql(), statement.parameters(List.of(SOMEBODY)));
  }

  @Test
  void theNewestAreReadFromTheIndexAlone() {
    var first = new Page(10, null);
    var next = new Page(10, Cursor.of("DATE", "DESC", LocalDate.of(2026, 3, 2), SOMEBODY));

    for (var page : List.of(first, next)) {
      var plan = plan(TransactionScope.PERSON, TransactionOrder.NEWEST, page, false);
      assertThat(plan)
          .contains("Index Only Scan using transaction_newest")
          .doesNotContain("Seq Scan", "Incremental Sort");
    }
    assertThat(plan(TransactionScope.PERSON, TransactionOrder.NEWEST, first, true))
        .contains("Index Scan using transaction_newest")
        .doesNotContain("Seq Scan");
  }

  @Test
  void ordersAndAccountsHaveIndexesOfTheirOwn() {
    var page = new Page(10, null);

    assertThat(plan(TransactionScope.PERSON, LARGEST, page, false))
        .contains("Index Scan using transaction_largest")
        .doesNotContain("Seq Scan");
    assertThat(plan(TransactionScope.PERSON, SMALLEST, page, false))
        .contains("Index Scan Backward using transaction_largest")
        .doesNotContain("Seq Scan");
    assertThat(plan(TransactionScope.ACCOUNT, TransactionOrder.NEWEST, page, false))
        .contains("Index Scan using transaction_of_account")
        .doesNotContain("Seq Scan");
  }
}
