package dev.lifeos.finance.transaction;

import dev.lifeos.starter.error.UserError;
import java.util.List;

/** What {@code recordTransaction} answers. */
public record RecordTransactionPayload(Transaction transaction, List<UserError> errors) {}
