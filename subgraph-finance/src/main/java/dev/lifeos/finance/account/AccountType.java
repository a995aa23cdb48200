package dev.lifeos.finance.account;

import java.util.stream.Stream;

/** The kinds of account; the schema describes each. */
public enum AccountType {
  /** For daily payments. */
  CHECKING,
  /** For money put by. */
  SAVINGS,
  /** Notes and coins. */
  CASH,
  /** A credit card. */
  CREDIT_CARD,
  /** A loan or a mortgage. */
  LOAN,
  /** Securities and the like. */
  INVESTMENT,
  /** Real estate and other goods of value. */
  PROPERTY,
  /** Any other asset. */
  OTHER;

  /** The names of the types under which money is owed, as they are stored. */
  public static String[] liabilities() {
    return Stream.of(CREDIT_CARD, LOAN).map(Enum::name).toArray(String[]::new);
  }
}
