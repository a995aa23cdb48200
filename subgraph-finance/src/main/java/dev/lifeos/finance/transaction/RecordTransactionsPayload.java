package dev.lifeos.finance.transaction;

import dev.lifeos.starter.error.UserError;
import java.util.List;

/** What {@code recordTransactions} answers. */
public record RecordTransactionsPayload(List<Transaction> transactions, List<UserError> errors) {}
