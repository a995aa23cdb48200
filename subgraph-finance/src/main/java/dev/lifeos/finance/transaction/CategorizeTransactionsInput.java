package dev.lifeos.finance.transaction;

import dev.lifeos.finance.category.SpendingCategory;
import jakarta.validation.constraints.Size;
import java.util.List;

/** What {@code categorizeTransactions} takes; the schema describes each part. */
record CategorizeTransactionsInput(
    @Size(min = 1, max = 500, message = "Send 1 to 500 ids") List<String> ids,
    SpendingCategory category) {}
