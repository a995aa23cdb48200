package dev.lifeos.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RestartBudgetTest {
  private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
  private final RestartBudget budget =
      new RestartBudget(3, Duration.ofMinutes(5), Duration.ofSeconds(1));

  @Test
  void thePauseDoublesUntilTheBudgetIsSpent() {
    assertThat(budget.crashed(NOW)).contains(Duration.ofSeconds(1));
    assertThat(budget.crashed(NOW)).contains(Duration.ofSeconds(2));
    assertThat(budget.crashed(NOW)).contains(Duration.ofSeconds(4));
    assertThat(budget.crashed(NOW)).isEmpty();
  }

  @Test
  void crashesOfLongAgoCountNoMore() {
    budget.crashed(NOW);
    budget.crashed(NOW);
    budget.crashed(NOW);

    assertThat(budget.crashed(NOW.plusSeconds(301))).contains(Duration.ofSeconds(1));
  }

  @Test
  void aRestartOnPurposeStartsANewBudget() {
    budget.crashed(NOW);
    budget.reset();

    assertThat(budget.crashed(NOW)).contains(Duration.ofSeconds(1));
  }
}
