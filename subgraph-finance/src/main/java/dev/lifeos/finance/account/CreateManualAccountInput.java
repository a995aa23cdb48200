package dev.lifeos.finance.account;

import dev.lifeos.finance.input.Line;
import dev.lifeos.finance.input.Texts;
import dev.lifeos.starter.input.IdempotencyKey;
import jakarta.validation.constraints.NotBlank;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** What {@code createManualAccount} takes; the schema describes each part. */
record CreateManualAccountInput(
    @NotBlank @Line(max = 100) String name,
    AccountType type,
    Currency currency,
    @Nullable BigDecimal openingBalance,
    @Nullable LocalDate openedOn,
    @Line(max = 100) @Nullable String institution,
    @Line(max = 10) @Nullable String mask,
    @IdempotencyKey @Nullable String idempotencyKey) {

  BigDecimal balance() {
    return openingBalance == null ? BigDecimal.ZERO : openingBalance;
  }

  /** The same for all inputs that ask for the same. */
  CreateManualAccountInput normalized() {
    return new CreateManualAccountInput(
        name.strip(),
        type,
        currency,
        balance().stripTrailingZeros(),
        openedOn,
        Texts.strip(institution),
        Texts.strip(mask),
        idempotencyKey);
  }
}
