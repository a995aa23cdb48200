package dev.lifeos.finance.transaction;

import dev.lifeos.finance.category.SpendingCategory;
import dev.lifeos.finance.input.Line;
import dev.lifeos.finance.input.Paragraphs;
import dev.lifeos.starter.input.IdempotencyKey;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What {@code recordTransaction} takes; the schema describes each part. */
record RecordTransactionInput(
    UUID accountId,
    BigDecimal amount,
    LocalDate date,
    @NotBlank @Line(max = 200) String description,
    @Line(max = 100) @Nullable String merchantName,
    SpendingCategory category,
    TransactionStatus status,
    @Size(max = 10) @Nullable List<@NotBlank @Line(max = 30) String> tags,
    @Paragraphs(max = 2_000) @Nullable String notes,
    @IdempotencyKey @Nullable String idempotencyKey) {

  TransactionInput transaction() {
    return new TransactionInput(
        accountId, amount, date, description, merchantName, category, status, tags, notes);
  }
}
