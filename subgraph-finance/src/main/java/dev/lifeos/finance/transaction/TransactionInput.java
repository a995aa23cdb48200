package dev.lifeos.finance.transaction;

import dev.lifeos.finance.category.SpendingCategory;
import dev.lifeos.finance.input.Line;
import dev.lifeos.finance.input.Paragraphs;
import dev.lifeos.finance.input.Texts;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A transaction as it is sent; the schema describes each part. */
record TransactionInput(
    UUID accountId,
    BigDecimal amount,
    LocalDate date,
    @NotBlank @Line(max = 200) String description,
    @Line(max = 100) @Nullable String merchantName,
    SpendingCategory category,
    TransactionStatus status,
    @Size(max = 10) @Nullable List<@NotBlank @Line(max = 30) String> tags,
    @Paragraphs(max = 2_000) @Nullable String notes) {

  /** The same for all inputs that ask for the same. */
  TransactionInput normalized() {
    return new TransactionInput(
        accountId,
        amount.stripTrailingZeros(),
        date,
        description.strip(),
        Texts.strip(merchantName),
        category,
        status,
        tags == null ? List.of() : distinct(tags),
        Texts.strip(notes));
  }

  static List<String> distinct(List<String> tags) {
    return tags.stream().map(String::strip).distinct().toList();
  }
}
