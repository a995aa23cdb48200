package dev.lifeos.health.vital;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeos.health.HealthTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LatestVitalsTest extends HealthTest {

  @BeforeEach
  void recordSome() {
    record(
        ann,
        List.of(
            vital("WEIGHT", 70, "2026-03-01T00:00:00Z"),
            vital("WEIGHT", 71, "2026-03-03T00:00:00Z"),
            vital("WEIGHT", 72, "2026-03-02T00:00:00Z"),
            vital("MOOD", 8, "2025-01-01T00:00:00Z"),
            vital("STEPS", 900, "2026-03-04T00:00:00Z")));
    record(bob, vital("WEIGHT", 99, "2026-03-05T00:00:00Z"));
  }

  private List<String> values(String arguments) {
    return texts(
        of(ann, "latestVitals" + arguments + " { type value }").path("latestVitals"), "value");
  }

  @Test
  void eachTypeHasItsNewest() {
    assertThat(values("")).containsExactly("71", "8", "900");
  }

  @Test
  void theTypesAreAnsweredInTheirOrderAndOnce() {
    assertThat(values("(types: [STEPS, WEIGHT, STEPS, WATER])")).containsExactly("900", "71");
    assertThat(values("(types: [])")).isEmpty();
  }
}
