package dev.lifeos.finance.transaction;

import dev.lifeos.starter.error.UserError;
import java.util.List;

/** What {@code updateTransaction} answers. */
public record UpdateTransactionPayload(Transaction transaction, List<UserError> errors) {}
