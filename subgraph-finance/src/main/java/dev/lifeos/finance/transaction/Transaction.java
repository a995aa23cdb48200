package dev.lifeos.finance.transaction;

import dev.lifeos.finance.category.Category;
import dev.lifeos.finance.category.SpendingCategory;
import dev.lifeos.finance.money.Money;
import dev.lifeos.starter.access.Owned;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Money that went into an account or out of it; the schema describes each part. */
public record Transaction(
    UUID id,
    UUID ownerId,
    UUID accountId,
    Money amount,
    LocalDate date,
    String description,
    @Nullable String merchantName,
    SpendingCategory categoryCode,
    TransactionStatus status,
    List<String> tags,
    @Nullable String notes,
    Instant createdAt,
    Instant updatedAt)
    implements Owned {

  /** What it was for. */
  public Category category() {
    return categoryCode.category();
  }
}
