package dev.lifeos.finance.money;

import dev.lifeos.finance.input.Problems;
import dev.lifeos.starter.error.UserErrorCode;
import java.math.BigDecimal;
import java.util.Currency;

/** Which amounts are accepted. */
public final class Amounts {

  /** All amounts lie below it, either way. */
  public static final BigDecimal LIMIT = BigDecimal.TEN.pow(15);

  private static final String FIELD = "amount";

  private Amounts() {}

  /** Checks what is moved by a transaction. */
  public static void checkMoved(BigDecimal amount, Currency currency, Problems problems) {
    if (amount.signum() == 0) {
      problems.add(UserErrorCode.INVALID, "The amount must not be zero.", FIELD);
    }
    check(amount, currency, problems, FIELD);
  }

  /** Checks an amount that may be zero. */
  public static void check(BigDecimal amount, Currency currency, Problems problems, String field) {
    if (amount.abs().compareTo(LIMIT) >= 0) {
      problems.add(UserErrorCode.OUT_OF_RANGE, "The amount must be below 10^15.", field);
    }
    var digits = currency.getDefaultFractionDigits();
    if (amount.stripTrailingZeros().scale() > digits) {
      var message = "%s has %d decimals at most.".formatted(currency.getCurrencyCode(), digits);
      problems.add(UserErrorCode.INVALID, message, field);
    }
  }

  /** Checks a currency that money is to be kept in: gold and test codes have no minor unit. */
  public static void check(Currency currency, Problems problems, String field) {
    if (currency.getDefaultFractionDigits() < 0) {
      var message = "%s is no currency for an account.".formatted(currency.getCurrencyCode());
      problems.add(UserErrorCode.INVALID, message, field);
    }
  }
}
