package dev.lifeos.finance.cashflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeos.finance.PlanTest;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CashFlowPlanTest extends PlanTest {

  private static final Map<String, Object> PARAMETERS =
      Map.of(
          "from", LocalDate.of(2026, 3, 1),
          "to", LocalDate.of(2026, 3, 31),
          "starts", new String[] {"2026-03-01"},
          "income", new String[] {"INCOME"},
          "bySign", new String[] {"UNCATEGORIZED"},
          "counted", new String[] {"INCOME", "DINING", "UNCATEGORIZED"});

  @Test
  void itIsReadFromTheIndexAlone() {
    assertThat(plan(CashFlowReads.SQL, PARAMETERS))
        .contains("Index Only Scan using transaction_newest")
        .doesNotContain("Seq Scan");
  }
}
