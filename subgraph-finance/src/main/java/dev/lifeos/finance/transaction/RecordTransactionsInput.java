package dev.lifeos.finance.transaction;

import dev.lifeos.starter.input.IdempotencyKey;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code recordTransactions} takes; the schema describes each part. */
record RecordTransactionsInput(
    @Size(min = 1, max = 500, message = "Send 1 to 500 transactions")
        List<@Valid TransactionInput> transactions,
    @IdempotencyKey @Nullable String idempotencyKey) {}
