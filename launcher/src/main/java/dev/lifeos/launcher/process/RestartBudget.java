package dev.lifeos.launcher.process;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * How often a part may be started again: with a growing pause, and only so often within a while.
 */
final class RestartBudget {
  private final int most;
  private final Duration within;
  private final Duration firstPause;
  private final Deque<Instant> crashes = new ArrayDeque<>();

  RestartBudget(int most, Duration within, Duration firstPause) {
    this.most = most;
    this.within = within;
    this.firstPause = firstPause;
  }

  /**
   * Counts a crash; answers the pause before the next start, or nothing when there were too many.
   */
  Optional<Duration> crashed(Instant now) {
    while (!crashes.isEmpty() && crashes.getFirst().plus(within).isBefore(now)) {
      crashes.removeFirst();
    }
    crashes.addLast(now);
    return crashes.size() > most
        ? Optional.empty()
        : Optional.of(firstPause.multipliedBy(1L << (crashes.size() - 1)));
  }

  void reset() {
    crashes.clear();
  }
}
