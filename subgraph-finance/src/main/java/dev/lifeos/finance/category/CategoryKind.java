package dev.lifeos.finance.category;

/** How the transactions of a category count; the schema describes each. */
public enum CategoryKind {
  /** As income. */
  INCOME,
  /** As expenses. */
  EXPENSE,
  /** As neither. */
  TRANSFER,
  /** Money in as income, money out as expenses. */
  BY_SIGN
}
