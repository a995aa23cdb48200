package dev.lifeos.finance.cashflow;

import dev.lifeos.finance.money.Money;
import java.math.BigDecimal;
import java.util.Currency;

/** What came in and went out in one currency; the schema describes each part. */
public record CashFlowAmount(Currency currency, Money income, Money expenses) {

  static CashFlowAmount none(Currency currency) {
    var zero = new Money(BigDecimal.ZERO, currency);
    return new CashFlowAmount(currency, zero, zero);
  }

  /** Income less expenses. */
  public Money net() {
    return new Money(income.amount().subtract(expenses.amount()), currency);
  }
}
