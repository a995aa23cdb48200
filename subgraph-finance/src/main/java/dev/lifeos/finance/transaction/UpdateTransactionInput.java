package dev.lifeos.finance.transaction;

import dev.lifeos.finance.category.SpendingCategory;
import dev.lifeos.finance.input.Line;
import dev.lifeos.finance.input.Paragraphs;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What {@code updateTransaction} takes: null is left as it is, an empty {@code Optional} clears.
 */
record UpdateTransactionInput(
    UUID id,
    @Nullable BigDecimal amount,
    @Nullable LocalDate date,
    @Line(max = 200) @Pattern(regexp = ".*\\S.*", message = "must not be blank")
        @Nullable String description,
    @Nullable Optional<@Line(max = 100) String> merchantName,
    @Nullable SpendingCategory category,
    @Nullable TransactionStatus status,
    @Size(max = 10) @Nullable List<@NotBlank @Line(max = 30) String> tags,
    @Nullable Optional<@Paragraphs(max = 2_000) String> notes) {

  /** Whether the account has to be looked at. */
  boolean concernsAccount() {
    return amount != null || date != null || status != null;
  }
}
