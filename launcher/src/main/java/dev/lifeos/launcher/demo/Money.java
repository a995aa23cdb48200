package dev.lifeos.launcher.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Amounts in the demo person's currency. */
final class Money {
  static final String CURRENCY = "EUR";

  private Money() {}

  static BigDecimal of(double amount) {
    return BigDecimal.valueOf(amount).setScale(2, RoundingMode.HALF_UP);
  }
}
