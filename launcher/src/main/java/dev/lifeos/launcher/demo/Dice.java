package dev.lifeos.launcher.demo;

import java.time.LocalDate;
import java.util.Random;

/**
 * Chance that falls the same way for the same seed, day and purpose, so that a year can be made
 * again, or continued.
 */
final class Dice {
  private final Random random;

  private Dice(long seed) {
    this.random = new Random(seed);
  }

  static Dice of(long seed, LocalDate day, String purpose) {
    long mixed = seed * 0x9E3779B97F4A7C15L + day.toEpochDay() * 0xBF58476D1CE4E5B9L;
    return new Dice(mixed ^ purpose.hashCode() * 0x94D049BB133111EBL);
  }

  /** True so often, from 0 to 1. */
  boolean happens(double share) {
    return random.nextDouble() < share;
  }

  /** A number around 0, nearly normal, never beyond three times the spread. */
  double around(double spread) {
    double sum = random.nextDouble() + random.nextDouble() + random.nextDouble();
    return (sum - 1.5) * 2 * spread;
  }

  /** A number of the range. */
  double between(double low, double high) {
    return low + random.nextDouble() * (high - low);
  }

  /** A whole number of the range, both ends included. */
  int between(int low, int high) {
    return low + random.nextInt(high - low + 1);
  }

  /** One of these. */
  @SafeVarargs
  final <T> T oneOf(T... these) {
    return these[random.nextInt(these.length)];
  }
}
