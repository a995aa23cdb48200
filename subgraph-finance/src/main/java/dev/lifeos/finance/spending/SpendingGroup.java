package dev.lifeos.finance.spending;

import dev.lifeos.finance.category.Category;
import dev.lifeos.finance.money.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What was spent on one thing in one currency; the schema describes each part. */
public record SpendingGroup(
    @Nullable Category category,
    @Nullable String merchantName,
    @Nullable LocalDate month,
    Money total,
    int transactionCount) {}
