package dev.lifeos.learning.streak;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The runs of days in a person's activity.
 *
 * @param longest the length of the longest
 * @param lastRun the length of the last
 * @param lastDay on which that ended
 */
record Runs(int longest, int lastRun, @Nullable LocalDate lastDay) {

  static final Runs NONE = new Runs(0, 0, null);
}
