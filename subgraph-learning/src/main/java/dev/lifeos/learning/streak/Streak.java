package dev.lifeos.learning.streak;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Days of learning in a row; the schema describes each part. */
public record Streak(
    int current,
    int longest,
    boolean learnedToday,
    boolean atRisk,
    @Nullable LocalDate lastActiveOn) {

  static Streak of(Runs runs, LocalDate today) {
    var last = runs.lastDay();
    if (last == null) {
      return new Streak(0, 0, false, false, null);
    }
    // Who has flown west may have a day behind them that is still to come here.
    var learnedToday = !last.isBefore(today);
    var alive = learnedToday || last.equals(today.minusDays(1));
    var current = alive ? runs.lastRun() : 0;
    return new Streak(current, runs.longest(), learnedToday, alive && !learnedToday, last);
  }
}
