package dev.lifeos.finance.category;

import java.util.List;
import java.util.stream.Stream;

/** The built-in categories; the schema describes each. */
public enum SpendingCategory {
  INCOME("Income", CategoryKind.INCOME),
  INVESTMENT_INCOME("Interest and dividends", CategoryKind.INCOME),
  TRANSFER("Transfer", CategoryKind.TRANSFER),
  REVALUATION("Change in value", CategoryKind.TRANSFER),
  RENT_AND_MORTGAGE("Rent and mortgage", CategoryKind.EXPENSE),
  UTILITIES("Utilities", CategoryKind.EXPENSE),
  HOME("Home", CategoryKind.EXPENSE),
  GROCERIES("Groceries", CategoryKind.EXPENSE),
  DINING("Dining", CategoryKind.EXPENSE),
  TRANSPORT("Transport", CategoryKind.EXPENSE),
  TRAVEL("Travel", CategoryKind.EXPENSE),
  HEALTH("Health", CategoryKind.EXPENSE),
  PERSONAL_CARE("Personal care", CategoryKind.EXPENSE),
  SHOPPING("Shopping", CategoryKind.EXPENSE),
  ENTERTAINMENT("Entertainment", CategoryKind.EXPENSE),
  SUBSCRIPTIONS("Subscriptions", CategoryKind.EXPENSE),
  EDUCATION("Education", CategoryKind.EXPENSE),
  CHILDREN("Children", CategoryKind.EXPENSE),
  PETS("Pets", CategoryKind.EXPENSE),
  INSURANCE("Insurance", CategoryKind.EXPENSE),
  GIFTS_AND_DONATIONS("Gifts and donations", CategoryKind.EXPENSE),
  LOAN_PAYMENTS("Loan payments", CategoryKind.EXPENSE),
  FEES("Fees", CategoryKind.EXPENSE),
  TAXES("Taxes", CategoryKind.EXPENSE),
  OTHER("Other", CategoryKind.EXPENSE),
  UNCATEGORIZED("Uncategorized", CategoryKind.BY_SIGN);

  private final String label;
  private final CategoryKind kind;

  SpendingCategory(String label, CategoryKind kind) {
    this.label = label;
    this.kind = kind;
  }

  /** The names of all categories of some kinds, as they are stored. */
  public static String[] namesOf(CategoryKind... kinds) {
    return Stream.of(values())
        .filter(category -> List.of(kinds).contains(category.kind))
        .map(Enum::name)
        .toArray(String[]::new);
  }

  /** The category as it is shown. */
  public Category category() {
    return new Category(name(), this, label, kind);
  }
}
