package dev.lifeos.finance.spending;

import dev.lifeos.finance.category.SpendingCategory;
import dev.lifeos.finance.money.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What makes a group of spending. */
enum SpendingGrouping {
  CATEGORY("t.category", "place") {
    @Override
    SpendingGroup group(@Nullable String key, Money total, int count) {
      var category = key == null ? null : SpendingCategory.valueOf(key).category();
      return new SpendingGroup(category, null, null, total, count);
    }
  },
  MERCHANT("t.merchant_name", "place") {
    @Override
    SpendingGroup group(@Nullable String key, Money total, int count) {
      return new SpendingGroup(null, key, null, total, count);
    }
  },
  MONTH("cast(cast(date_trunc('month', t.booked_on) AS date) AS text)", "key") {
    @Override
    SpendingGroup group(@Nullable String key, Money total, int count) {
      var month = key == null ? null : LocalDate.parse(key);
      return new SpendingGroup(null, null, month, total, count);
    }
  };

  private final String key;
  private final String order;

  SpendingGrouping(String key, String order) {
    this.key = key;
    this.order = order;
  }

  /** What the rows of a group share, in SQL. */
  String key() {
    return key;
  }

  /** In which order the groups of a currency come, in SQL. */
  String order() {
    return order;
  }

  /** The first day of the range when none is asked for. */
  LocalDate start(LocalDate to) {
    var month = to.withDayOfMonth(1);
    return this == MONTH ? month.minusMonths(11) : month;
  }

  abstract SpendingGroup group(@Nullable String key, Money total, int count);
}
