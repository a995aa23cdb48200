package dev.lifeos.finance.spending;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeos.finance.PlanTest;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpendingPlanTest extends PlanTest {

  private static final Map<String, Object> PARAMETERS =
      Map.of(
          "from",
          LocalDate.of(2026, 3, 1),
          "to",
          LocalDate.of(2026, 3, 31),
          "expense",
          new String[] {"DINING"},
          "bySign",
          new String[] {"UNCATEGORIZED"},
          "first",
          100);

  @Test
  void itIsReadFromTheIndexAlone() {
    for (var grouping : SpendingGrouping.values()) {
      assertThat(plan(SpendingReads.sql(grouping), PARAMETERS))
          .contains("Index Only Scan using transaction_newest")
          .doesNotContain("Seq Scan");
    }
  }
}
