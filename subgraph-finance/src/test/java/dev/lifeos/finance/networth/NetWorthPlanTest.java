package dev.lifeos.finance.networth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeos.finance.PlanTest;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NetWorthPlanTest extends PlanTest {

  private static final Map<String, Object> PARAMETERS =
      Map.of(
          "first",
          LocalDate.of(2026, 3, 1),
          "last",
          LocalDate.of(2026, 3, 31),
          "days",
          new String[] {"2026-03-01", "2026-03-31"},
          "liabilities",
          new String[] {"LOAN"});

  @Test
  void historyIsReadFromTheIndexAlone() {
    assertThat(plan(NetWorthReads.SQL, PARAMETERS))
        .contains("Index Only Scan using transaction_of_account")
        .doesNotContain("Seq Scan on transaction");
  }
}
