package dev.lifeos.finance.transaction;

import dev.lifeos.finance.category.SpendingCategory;
import dev.lifeos.starter.error.ErrorCode;
import dev.lifeos.starter.error.Fault;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which transactions are wanted; null does not restrict. */
record TransactionFilter(
    @Nullable List<UUID> accountIds,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable BigDecimal minAmount,
    @Nullable BigDecimal maxAmount,
    @Nullable Currency currency,
    @Nullable List<SpendingCategory> categories,
    @Nullable List<TransactionStatus> statuses,
    @Nullable String search) {

  static final TransactionFilter NONE =
      new TransactionFilter(null, null, null, null, null, null, null, null, null);

  private static final int MAX_ACCOUNTS = 50;
  private static final Pattern SEARCHABLE = Pattern.compile("[^\\p{Cc}\\p{Cs}]{1,100}");

  /** Refuses what nothing can fit. */
  void check() {
    if (from != null && to != null && from.isAfter(to)) {
      throw bad("`to` must not be before `from`.");
    }
    if (minAmount != null && maxAmount != null && minAmount.compareTo(maxAmount) > 0) {
      throw bad("`maxAmount` must not be less than `minAmount`.");
    }
    if (accountIds != null && accountIds.size() > MAX_ACCOUNTS) {
      throw bad("`accountIds` may be %d at most.".formatted(MAX_ACCOUNTS));
    }
    if (search != null && !SEARCHABLE.matcher(search).matches()) {
      throw bad("`search` must be 1 to 100 characters of text.");
    }
  }

  private static Fault bad(String message) {
    return new Fault(ErrorCode.BAD_USER_INPUT, message);
  }
}
