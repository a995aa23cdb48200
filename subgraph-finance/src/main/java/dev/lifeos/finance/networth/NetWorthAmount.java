package dev.lifeos.finance.networth;

import dev.lifeos.finance.money.Money;
import java.util.Currency;

/** What a person had and owed in one currency; the schema describes each part. */
public record NetWorthAmount(Currency currency, Money assets, Money liabilities) {

  /** Assets and liabilities together. */
  public Money net() {
    return new Money(assets.amount().add(liabilities.amount()), currency);
  }
}
