package dev.lifeos.finance.money;

import java.math.BigDecimal;
import java.util.Currency;

/** An exact amount of one currency, with as many decimals as the currency has. */
public record Money(BigDecimal amount, Currency currency) {

  /** Takes the zeros away that only a column's scale has put there. */
  public Money {
    amount = amount.setScale(Math.max(currency.getDefaultFractionDigits(), digits(amount)));
  }

  // More than the currency has, only where the currency has lost decimals since.
  private static int digits(BigDecimal amount) {
    return Math.max(0, amount.stripTrailingZeros().scale());
  }
}
